/** What the debt mathematics may not touch, and why: the same facts and day always give the same answer. */
const why = {
  clock: 'The domain has no clock: take the day as an argument.',
  chance: 'The domain has no chance of its own: take a seed as an argument.',
  outside: 'The domain touches nothing outside of it: take what it needs as an argument.',
  async: 'The domain is synchronous: read the data first, then call it.',
  rounding: 'Rounding is named where it happens: use the functions of kernel/integer.ts.',
  words: 'The domain speaks in codes and values: words and formats belong to src/i18n.',
}

const outsideGlobals = [
  'window',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'process',
  'require',
  'global',
  'globalThis',
  'self',
  'console',
  'Buffer',
]

export const domainGlobals = [
  ...outsideGlobals.map((name) => ({ name, message: why.outside })),
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'Promise'].map((name) => ({
    name,
    message: why.async,
  })),
  { name: 'performance', message: why.clock },
  { name: 'crypto', message: why.chance },
  { name: 'Intl', message: why.words },
]

export const domainProperties = [
  { object: 'Date', property: 'now', message: why.clock },
  { object: 'Math', property: 'random', message: why.chance },
  { object: 'Math', property: 'round', message: why.rounding },
  { property: 'toLocaleString', message: why.words },
  { property: 'toLocaleDateString', message: why.words },
]

export const domainSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: why.clock },
  { selector: 'CallExpression[callee.name="Date"]', message: why.clock },
  { selector: ':function[async=true]', message: why.async },
  { selector: 'AwaitExpression', message: why.async },
  { selector: 'ImportExpression', message: why.async },
]

export const domainImports = {
  patterns: [
    {
      regex: '^[^.]',
      message: 'The domain imports only the domain: no package and no Node module.',
    },
  ],
}
