/** A value as a module, written as JSON: V8 reads that several times faster than it compiles an object. */
export const jsonModule = (value: unknown): string =>
  `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** The value of a module that does nothing but export it. */
export async function valueOfModule(code: string): Promise<unknown> {
  const address = `data:text/javascript,${encodeURIComponent(code)}`
  const { default: value } = (await import(/* @vite-ignore */ address)) as {
    readonly default: unknown
  }
  return value
}
