export { articleText } from './article-text.ts'
export { escapeMarkdown } from './escape-markdown.ts'
export { EVIDENCE_WORDS } from './evidence-words.ts'
export { evidenceIndex, type EvidenceIndexRequest } from './evidence-index.ts'
export {
  letterBlocks,
  letterText,
  type LetterBlock,
  type LetterCell,
  type LetterRun,
} from './letter-blocks.ts'
export { markdownToHtml, markdownToMarkedHtml } from './markdown-to-html.ts'
export * from './pack.ts'
export type { PackProblem } from './pack-problem.ts'
export { namesProposal, renderLetter, renderWithFields } from './render-letter.ts'
export { renderScript } from './render-script.ts'
export type * from './script.ts'
export { cheatSheet, scriptMarkdown } from './script-markdown.ts'
export { SCRIPT_WORDS } from './script-words.ts'
