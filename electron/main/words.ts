export type Locale = 'zh-CN' | 'en'

const zh = {
  appName: '从容还',
  caseFiles: '案件文件',
  pdfFiles: 'PDF 文件',
  files: '文件',
  openCase: '导入案件文件',
  saveCase: '导出案件文件',
  savePdf: '保存为 PDF',
  saveFile: '保存文件',
  saveFolder: '选择保存位置',
  pageBefore: '第 ',
  pageBetween: ' 页，共 ',
  pageAfter: ' 页',
  file: '文件(&F)',
  caseNew: '新建案件',
  caseSample: '打开示例案件',
  caseImport: '导入…',
  caseExport: '导出…',
  quit: '退出',
  edit: '编辑(&E)',
  undo: '撤销',
  redo: '重做',
  cut: '剪切',
  copy: '复制',
  paste: '粘贴',
  selectAll: '全选',
  go: '前往(&G)',
  overview: '总览',
  diagnosis: '情况一览',
  debts: '债务',
  budget: '收支预算',
  proposals: '还款方案',
  talks: '沟通',
  calls: '电话话术',
  letter: '信函',
  plan: '还款计划',
  settings: '设置',
  view: '显示(&V)',
  zoomIn: '放大',
  zoomOut: '缩小',
  zoomReset: '实际大小',
  fullScreen: '全屏',
}

/** The words of the native parts. The window has its own. */
export type Words = Readonly<Record<keyof typeof zh, string>>

const en: Words = {
  appName: 'Respite',
  caseFiles: 'Case files',
  pdfFiles: 'PDF files',
  files: 'Files',
  openCase: 'Import a case file',
  saveCase: 'Export the case file',
  savePdf: 'Save as PDF',
  saveFile: 'Save file',
  saveFolder: 'Choose where to save',
  pageBefore: 'Page ',
  pageBetween: ' of ',
  pageAfter: '',
  file: '&File',
  caseNew: 'New case',
  caseSample: 'Open the sample case',
  caseImport: 'Import…',
  caseExport: 'Export…',
  quit: 'Quit',
  edit: '&Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select all',
  go: '&Go',
  overview: 'Overview',
  diagnosis: 'Where you stand',
  debts: 'Debts',
  budget: 'Budget',
  proposals: 'Proposals',
  talks: 'Talks',
  calls: 'Calls',
  letter: 'Letter',
  plan: 'Plan',
  settings: 'Settings',
  view: '&View',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'Actual size',
  fullScreen: 'Full screen',
}

/** The native words in a language. */
export function wordsIn(locale: Locale): Words {
  return locale === 'zh-CN' ? zh : en
}

/** The language to start with, until the window says which one the person chose. */
export function localeOfSystem(languages: readonly string[]): Locale {
  const first = languages[0] ?? 'zh-CN'
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
