import { ref } from 'vue'
import type { ScriptTone } from '../../domain/document/index.ts'

/** The tone a person speaks in; kept until the app is closed. */
export const callTone = ref<ScriptTone>('calm')
