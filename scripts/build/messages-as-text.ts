import type { Plugin } from 'vite'
import { jsonModule, valueOfModule } from './json-module.ts'

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
        ? { code: jsonModule(await valueOfModule(code)), map: null }
        : null,
  }
}
