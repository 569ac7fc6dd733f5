import type { Locale } from '../../domain/case/index.ts'
import { markdownToHtml } from '../../packs/index.ts'

const STYLE = `
@page { size: A4; margin: 22mm 20mm; }
body { max-width: 46em; margin: 2em auto; padding: 0 1.5em; color: #1c1c1c; background: #fff;
  font: 10.5pt/1.65 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif; }
body:lang(en) { font-family: Georgia, "Times New Roman", "Noto Serif CJK SC", serif; }
h1 { font-size: 1.5em; text-align: center; margin: 0 0 1.2em; }
h2 { font-size: 1.1em; margin: 1.4em 0 .4em; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; break-inside: avoid; }
th, td { border: 1px solid #999; padding: .25em .7em; text-align: left; vertical-align: top; }
th.align-right, td.align-right { text-align: right; font-variant-numeric: tabular-nums; }
.signature { margin-top: 2.5em; break-inside: avoid; line-height: 2.2; }
html:lang(zh-CN) p:has(+ .signature) { text-indent: 2em; }
html:lang(zh-CN) .signature { margin-left: 50%; }
.label { margin: 1.5em 0; padding: 1em 1.5em; border: 1px dashed #777; break-inside: avoid; }
@media print { body { margin: 0; padding: 0; max-width: none; } }
`

/** A letter as a complete page of its own, ready to print. */
export function letterPage(
  markdown: string,
  { title, locale }: { readonly title: string; readonly locale: Locale },
): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${markdownToHtml(markdown)}</body>
</html>
`
}

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
