/** Characters that begin markup anywhere in a line. `.` and `-` do so only at its start. */
const MARKUP = /[\\`*_[\]<>#!|~&{}$^]/g

/** What would make a line a list item, a heading, a rule, a quotation or a container. */
const LINE_START = /^(\d+(?=[.)])|(?=[-+=:]))/

/** Control characters and marks that turn the direction of text: they garble a letter and show nothing. */
const INVISIBLE = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu

/**
 * A value as Markdown that shows exactly its characters, on one line: nothing a person typed becomes
 * a heading, a link or a tag, or ends a table.
 */
export function escapeMarkdown(value: unknown): string {
  const text = textOf(value).replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()
  return text.replace(MARKUP, '\\$&').replace(LINE_START, '$1\\')
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
