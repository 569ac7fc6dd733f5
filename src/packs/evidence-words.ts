import type {
  ConductTag,
  ContactChannel,
  ContactDirection,
  ContactParty,
  Locale,
} from '../domain/case/index.ts'
import type { Certainty, SourceNature } from '../domain/conduct/index.ts'

interface EvidenceWords {
  readonly title: string
  readonly about: (name: string, entries: number) => string
  readonly period: (from: string, until: string) => string
  readonly chronology: string
  readonly findings: string
  readonly noFindings: string
  readonly files: string
  readonly noFiles: string
  readonly limits: string
  readonly limitLines: readonly string[]
  readonly columns: Readonly<
    Record<'entry' | 'time' | 'what' | 'file' | 'digest' | 'place', string>
  >
  readonly entries: (numbers: string) => string
  readonly source: (where: string, issuer: string, nature: string) => string
  readonly checkFirst: string
  readonly notEnclosed: string
  readonly disclosed: string
  readonly unanswered: string
  readonly recorded: string
  readonly proof: (names: string) => string
  readonly comma: string
  readonly stop: string
  readonly colon: string
  readonly direction: Readonly<Record<ContactDirection, string>>
  readonly channel: Readonly<Record<ContactChannel, string>>
  readonly party: Readonly<Record<ContactParty, string>>
  readonly tag: Readonly<Record<ConductTag, string>>
  readonly certainty: Readonly<Record<Certainty, string>>
  readonly nature: Readonly<Record<SourceNature, string>>
}

/** The words of an evidence pack's index. It is read by others, so it has the language they read. */
export const EVIDENCE_WORDS: Readonly<Record<Locale, EvidenceWords>> = {
  'zh-CN': {
    title: '联系记录与证据目录',
    about: (name, entries) =>
      `记录人：${name === '' ? '（未填写）' : name}。共${String(entries)}条记录。`,
    period: (from, until) => `时间：${from}至${until}。`,
    chronology: '一、经过',
    findings: '二、与催收规则对照',
    noFindings: '所选记录中没有查到可以对照的规则。',
    files: '三、附件',
    noFiles: '没有附件。',
    limits: '四、说明',
    limitLines: [
      '经过由记录人自己填写；“可能”表示记录还不足以确定。标准和行业自律规则不是法律，违反它们可以作为投诉的理由。',
      '“请先核实”表示出处只见于转述或未见原文，使用前请查对。',
      'manifest.json 列有每个文件的 SHA-256。文件一经改动，核对就不会通过；它不能证明所记的内容属实，也不能证明记录的时间。',
    ],
    columns: {
      entry: '序号',
      time: '时间',
      what: '经过',
      file: '文件',
      digest: 'SHA-256',
      place: '位置',
    },
    entries: (numbers) => `对应记录：${numbers}`,
    source: (where, issuer, nature) => `依据：${where}（${issuer}；${nature}）`,
    checkFirst: '请先核实',
    notEnclosed: '未附（没有选入，或这台电脑上没有这个文件）',
    disclosed: '向对方以外的人透露了欠款',
    unanswered: '未接通',
    recorded: '有录音或影像',
    proof: (names) => `附件：${names}`,
    comma: '，',
    stop: '。',
    colon: '：',
    direction: { in: '对方联系', out: '本人联系对方' },
    channel: {
      call: '电话',
      sms: '短信',
      wechat: '微信',
      visit: '上门',
      letter: '信函',
      email: '电子邮件',
      app: 'App消息',
      'social-media': '网络平台',
    },
    party: {
      debtor: '对象是本人',
      'emergency-contact': '对象是紧急联系人',
      'third-party': '对象是与债务无关的人',
      employer: '对象是工作单位',
      public: '对象是不特定的公众',
    },
    tag: {
      threat: '有威胁',
      abuse: '有辱骂',
      impersonation: '冒用其他身份',
      'false-statement': '与事实不符的说法',
      'harassing-repetition': '反复联系',
      'asked-third-party-to-pay': '要求他人代还',
      'personal-account-payment': '要求转到个人账户',
      publicised: '公开个人信息或欠款',
      'new-borrowing-suggested': '要求另外借款来还',
    },
    certainty: { clear: '明确', possible: '可能' },
    nature: {
      statute: '法律',
      regulation: '行政法规、部门规章或监管文件',
      judicial: '司法解释或司法文件',
      standard: '国家推荐性标准',
      'self-regulation': '行业自律规则',
      press: '新闻报道或公开资料',
    },
  },
  en: {
    title: 'Record of contacts and index of evidence',
    about: (name, entries) =>
      `Kept by: ${name === '' ? '(not filled in)' : name}. ${String(entries)} ${entries === 1 ? 'entry' : 'entries'}.`,
    period: (from, until) => `From ${from} to ${until}.`,
    chronology: '1. What happened',
    findings: '2. Held against the rules on collection',
    noFindings: 'No rule was found that the chosen entries touch.',
    files: '3. Files',
    noFiles: 'There are no files.',
    limits: '4. Notes',
    limitLines: [
      'What happened was written down by the person who keeps the record; “possible” means that the record does not settle it. A standard or self-regulation is not law; a breach of it is a ground for a complaint.',
      '“Check this first” means that the source was seen in a report only or not at all: look it up before you rely on it.',
      'manifest.json lists the SHA-256 of every file. Once a file is changed, the check fails. It does not prove that what was noted is true, nor when it was noted.',
    ],
    columns: {
      entry: 'No.',
      time: 'Time',
      what: 'What happened',
      file: 'File',
      digest: 'SHA-256',
      place: 'Place',
    },
    entries: (numbers) => `Entries: ${numbers}`,
    source: (where, issuer, nature) => `Based on: ${where} (${issuer}; ${nature})`,
    checkFirst: 'Check this first',
    notEnclosed: 'not enclosed (not chosen, or not on this computer)',
    disclosed: 'told others of the debt',
    unanswered: 'not answered',
    recorded: 'recorded',
    proof: (names) => `Files: ${names}`,
    comma: ', ',
    stop: '. ',
    colon: ': ',
    direction: { in: 'from them', out: 'to them' },
    channel: {
      call: 'Call',
      sms: 'Text message',
      wechat: 'WeChat',
      visit: 'Visit',
      letter: 'Letter',
      email: 'E-mail',
      app: 'App message',
      'social-media': 'Social media',
    },
    party: {
      debtor: 'reached the debtor',
      'emergency-contact': 'reached the emergency contact',
      'third-party': 'reached somebody outside the debt',
      employer: 'reached the employer',
      public: 'before the public',
    },
    tag: {
      threat: 'threat',
      abuse: 'abuse',
      impersonation: 'posed as somebody else',
      'false-statement': 'false statement',
      'harassing-repetition': 'again and again',
      'asked-third-party-to-pay': 'asked others to pay',
      'personal-account-payment': 'asked for payment to a personal account',
      publicised: 'made personal facts or the debt public',
      'new-borrowing-suggested': 'asked to borrow anew',
    },
    certainty: { clear: 'clear', possible: 'possible' },
    nature: {
      statute: 'law',
      regulation: 'regulation, rule or supervisory document',
      judicial: 'judicial interpretation or document',
      standard: 'recommended national standard',
      'self-regulation': 'self-regulation of a trade body',
      press: 'press report or public material',
    },
  },
}
