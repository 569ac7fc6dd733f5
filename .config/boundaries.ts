import { layers, type Layer } from './import-policies.ts'

const isFolder = (layer: Layer): boolean => layer.kind === 'folder'

/** The layers that are folders, in the words of eslint-plugin-boundaries. */
export const boundaryElements = layers
  .filter(isFolder)
  .map((layer) => ({ type: layer.folder, pattern: layer.pattern, partialMatch: true }))

/** The layers that are single files. */
export const boundaryFiles = layers
  .filter((layer) => !isFolder(layer))
  .map((layer) => ({ category: layer.folder, pattern: layer.pattern }))

const selector = (folder: string) =>
  boundaryFiles.some((file) => file.category === folder)
    ? { file: { categories: folder } }
    : { element: { type: folder } }

/** `vue` stands for the package and what lies in it; `node:*` for every Node module. */
const moduleSources = (name: string): string[] =>
  name === 'node:*' ? [name] : [name, `${name}/**`]

/** One policy a layer, whatever it may import: the plugin works through all policies for each import. */
const allowances = layers.flatMap((layer) => {
  const itself = isFolder(layer) ? [] : [layer.folder]
  const sources = layer.packages.flatMap(moduleSources)
  const to = [
    ...[...itself, ...layer.imports].map(selector),
    ...(sources.length > 0 ? [{ module: { source: sources } }] : []),
  ]
  return to.length > 0 ? [{ from: selector(layer.folder), allow: { to } }] : []
})

/** What is not allowed by the table is refused, packages and Node modules included. */
export const dependencyRule = {
  default: 'disallow' as const,
  checkAllOrigins: true,
  checkUnknownLocals: true,
  policies: allowances,
}
