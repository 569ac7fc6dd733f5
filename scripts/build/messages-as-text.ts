import type { Plugin } from 'vite'
import { jsonModule } from './json-module.ts'

/** A module that only exports a value: the value. */
async function valueOf(code: string): Promise<unknown> {
  const address = `data:text/javascript,${encodeURIComponent(code)}`
  const { default: value } = (await import(address)) as { readonly default: unknown }
  return value
}

/**
 * Turns the compiled messages of a language, thousands of small objects, into text that is read at once.
 * Stands behind the plugin that compiles them.
 */
export function messagesAsText(folder: string): Plugin {
  return {
    name: 'messages-as-text',
    enforce: 'post',
    apply: 'build',
    transform: async (code, id) =>
      id.startsWith(folder) && id.endsWith('.json')
        ? { code: jsonModule(await valueOf(code)), map: null }
        : null,
  }
}
