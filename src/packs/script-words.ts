import type { Locale } from '../domain/case/index.ts'
import type { ScriptGoal, ScriptStep } from '../domain/document/index.ts'

interface ScriptWords {
  readonly locale: Locale
  readonly colon: string
  readonly comma: string
  /** Between the members of a list. */
  readonly listComma: string
  readonly stop: string
  readonly end: string
  readonly when: string
  readonly prepare: string
  readonly they: string
  readonly say: string
  readonly why: string
  readonly avoid: string
  readonly check: string
  readonly record: string
  readonly recordLines: string
  readonly checkFirst: string
  readonly quote: (words: string) => string
  readonly after: (place: string) => string
  readonly bracket: (source: string) => string
  readonly instrument: (name: string) => string
  readonly endPlace: (letter: string) => string
  readonly tone: Readonly<Record<'calm' | 'firm', string>>
  readonly step: Readonly<Record<ScriptStep, string>>
  readonly goal: Readonly<Record<ScriptGoal, string>>
}

/** The words around a script where it is written out. */
export const SCRIPT_WORDS: Readonly<Record<Locale, ScriptWords>> = {
  'zh-CN': {
    locale: 'zh-CN',
    colon: '：',
    comma: '，',
    listComma: '；',
    stop: '（接下来看',
    end: '）',
    when: '什么时候用',
    prepare: '先准备好',
    they: '对方说',
    say: '您可以说',
    why: '为什么',
    avoid: '别这么说',
    check: '挂断前对一遍',
    record: '记录',
    recordLines:
      '时间：＿＿＿＿　姓名和工号：＿＿＿＿＿＿　工单号：＿＿＿＿＿＿　结果：＿＿＿＿＿＿',
    checkFirst: '〔请先核对原文〕',
    quote: (words) => `“${words}”`,
    after: (place) => `（说了也能补救，看${place}）`,
    bracket: (source) => `（${source}）`,
    instrument: (name) => `《${name}》`,
    endPlace: (letter) => `结尾${letter}`,
    tone: { calm: '平和', firm: '坚定' },
    step: {
      opening: '开场',
      identity: '核实身份',
      recording: '说明录音',
      facts: '说清事实',
      offer: '金额和日期',
      pressure: '对方施压',
      'third-parties': '不打扰别人',
      writing: '要书面',
      payment: '付到哪里',
      safety: '安全',
    },
    goal: {
      identity: '问清了对方姓名、公司、工号',
      offer: '说了金额和日期',
      waiver: '提出了减免罚息和违约金',
      'third-parties': '说了不要联系别人',
      writing: '要了书面或编号',
      'within-plan': '没有答应超过计划的数',
      'no-new-loan': '没有答应再去借钱',
      'official-account': '只付官方渠道',
      evidence: '留了记录和证据',
    },
  },
  en: {
    locale: 'en',
    colon: ': ',
    comma: ', ',
    listComma: '; ',
    stop: ' (next: ',
    end: ')',
    when: 'When to use it',
    prepare: 'Have ready',
    they: 'They say',
    say: 'You may say',
    why: 'Why',
    avoid: 'Better not',
    check: 'Before you hang up',
    record: 'Notes',
    recordLines:
      'Time:\u00A0________  Name and staff no.:\u00A0____________  Case no.:\u00A0____________  Result:\u00A0____________',
    checkFirst: ' [check this first]',
    quote: (words) => `“${words}”`,
    after: (place) => ` (said already? go on at ${place})`,
    bracket: (source) => `(${source})`,
    instrument: (name) => name,
    endPlace: (letter) => `End ${letter}`,
    tone: { calm: 'Calm', firm: 'Firm' },
    step: {
      opening: 'Opening',
      identity: 'Who is it?',
      recording: 'Recording',
      facts: 'The facts',
      offer: 'Amount and date',
      pressure: 'Pressure',
      'third-parties': 'Leave others out',
      writing: 'In writing',
      payment: 'Where to pay',
      safety: 'Safety',
    },
    goal: {
      identity: 'Asked for name, company and staff number',
      offer: 'Gave an amount and a date',
      waiver: 'Asked for penalties to be waived',
      'third-parties': 'Said not to contact others',
      writing: 'Asked for writing or a number',
      'within-plan': 'Promised nothing beyond the plan',
      'no-new-loan': 'Promised no new borrowing',
      'official-account': 'Pays through official channels only',
      evidence: 'Kept notes and evidence',
    },
  },
}
