import { BrowserWindow, session, type Session } from 'electron'
import type { DesktopReply, PrintDocument } from '../../../src/contract/index.ts'
import { PRINT_HOST } from '../app-origin.ts'
import { answerScheme } from '../protocol/answer-scheme.ts'
import { lockSession } from '../session/lock-session.ts'
import { wordsIn } from '../words.ts'
import { withAuthor } from './pdf-author.ts'
import { offerPage, servePrintPages, withdrawPage } from './print-pages.ts'

let printSession: Session | null = null

/** A session of its own in memory: a printed document sees nothing of the app's storage, and its traces die with it. */
function sessionForPrinting(): Session {
  if (printSession !== null) return printSession
  printSession = session.fromPartition('print')
  lockSession(printSession, PRINT_HOST)
  answerScheme(printSession.protocol, servePrintPages)
  return printSession
}

/** Shows a document in a hidden window without scripts, lets it be used, and removes it. */
async function withPage<Value>(
  document: PrintDocument,
  use: (window: BrowserWindow) => Promise<Value>,
): Promise<Value> {
  const window = new BrowserWindow({
    show: false,
    width: 900,
    height: 1200,
    webPreferences: {
      session: sessionForPrinting(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  })
  const address = offerPage(document)
  try {
    // Fonts are the system's own and the stylesheet blocks rendering: a loaded page is a complete one.
    await window.loadURL(address)
    return await use(window)
  } finally {
    withdrawPage(address)
    window.destroy()
  }
}

function footer(locale: PrintDocument['locale']): string {
  const words = wordsIn(locale)
  const page = '<span class="pageNumber"></span>'
  const pages = '<span class="totalPages"></span>'
  const style =
    "width:100%;text-align:center;font-size:8pt;color:#555;font-family:'Noto Sans CJK SC',sans-serif"
  return `<div style="${style}">${words.pageBefore}${page}${words.pageBetween}${pages}${words.pageAfter}</div>`
}

/** The document as a PDF: tagged for screen readers, with an outline of its headings and numbered pages. */
export function documentAsPdf(document: PrintDocument): Promise<Uint8Array> {
  return withPage(document, async (window) => {
    const pdf = await window.webContents.printToPDF({
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(document.locale),
    })
    return withAuthor(pdf, document.author ?? '')
  })
}

/** Opens the system's print dialog for the document. */
export function printDocument(document: PrintDocument): Promise<DesktopReply<null>> {
  return withPage(
    document,
    (window) =>
      new Promise((resolve) => {
        window.webContents.print({ silent: false, printBackground: true }, (done, reason) => {
          const code = /cancel/i.test(reason) ? 'cancelled' : 'failed'
          resolve(done ? { ok: true, value: null } : { ok: false, code })
        })
      }),
  )
}
