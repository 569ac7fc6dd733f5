/** A value as a module, written as JSON: V8 reads that several times faster than it compiles an object. */
export const jsonModule = (value: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`
