/**
 * The second net under the import table (the first is eslint, `.config/boundaries.ts`): it follows
 * the whole graph, so it also sees circles, orphans and what is reached through others.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const domainFolders = [
  'kernel',
  'case',
  'loan',
  'cost',
  'budget',
  'proposal',
  'simulation',
  'conduct',
  'plan',
  'document',
  'trace',
  'diagnosis',
]

export default {
  forbidden: [
    {
      name: 'domain-is-pure',
      comment:
        'The debt mathematics imports nothing but itself: no package, Node module or screen.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: '^src/domain/' },
    },
    {
      name: 'contract-stands-alone',
      comment: 'Both sides of the window read the contract; it knows neither.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: '^(src|electron)/', pathNot: '^src/contract/' },
    },
    {
      name: 'electron-only-contract',
      comment: 'The shell knows nothing about debt: of src it sees the contract alone.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^src/', pathNot: '^src/contract/' },
    },
    {
      name: 'app-not-electron',
      comment: 'The app runs in a plain browser: it reaches the shell through src/platform only.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(electron/|node_modules/electron/)' },
    },
    {
      name: 'app-without-node',
      comment: 'Only the headless commands run in Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'product-not-tests',
      comment: 'What ships does not lean on tests or scripts.',
      severity: 'error',
      from: { path: '^(src|electron)/' },
      to: { path: '^(tests|scripts|\\.config)/' },
    },
    {
      name: 'screens-stand-apart',
      comment: 'A screen never imports another screen: what two of them need lives in ui/shared.',
      severity: 'error',
      from: { path: '^src/ui/([^/]+)/', pathNot: '^src/ui/(shared|frame)/' },
      to: { path: '^src/ui/[^/]+/', pathNot: ['^src/ui/$1/', '^src/ui/shared/'] },
    },
    ...domainFolders.map((folder) => ({
      name: `domain-${folder}-by-its-index`,
      comment: 'A domain folder is entered through its index.ts.',
      severity: 'error',
      from: { path: '^(src|electron)/', pathNot: `^src/domain/${folder}/` },
      to: { path: `^src/domain/${folder}/`, pathNot: `^src/domain/${folder}/index\\.ts$` },
    })),
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, path: '^(src|electron)/', pathNot: '\\.(d\\.ts|css|json)$' },
      to: {},
    },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^(src|electron)/' },
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
    {
      name: 'not-to-dev',
      comment: 'What ships may not need a package that is only there to build or test it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|\\.cache|test-results)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.json', '.css'],
    },
  },
}
