import type { Debtor, Locale } from '../../src/domain/case/index.ts'
import type { LetterAccount, LetterContext, LetterOffer } from '../../src/domain/document/index.ts'
import { addMonths, sumFen, ZERO_FEN, type CalendarDate } from '../../src/domain/kernel/index.ts'
import { aCreditor, aLoan, day, yuan } from './builders.ts'

const nobody: Debtor = {
  name: '',
  city: '',
  phone: '',
  idTail: '',
  address: '',
  household: null,
  hardship: [],
  hardshipSince: null,
  hardshipNote: '',
}

const someone: Debtor = {
  ...nobody,
  name: '林小舟（虚构）',
  phone: '000-0000-0000',
  idTail: '000X',
  address: '江城示例路1号（虚构）',
  hardship: ['unemployment', 'illness'],
  hardshipSince: day('2026-05-01'),
  hardshipNote: '五月失业，六月住院。',
}

const citation: LetterContext['rules'][number]['citation'] = {
  instrument: { 'zh-CN': '示例规定（虚构）', en: 'Sample Provisions (fictitious)' },
  article: '25, 28',
  documentNumber: '示例〔2020〕1号',
  issuer: { 'zh-CN': '示例机关（虚构）', en: 'Sample authority (fictitious)' },
  source: 'https://rules.example/1',
  confidence: 'verified',
}

/** Instalments on the 31st, the last one smaller. */
const payments = (firstOn: CalendarDate, amounts: readonly number[]) =>
  amounts.map((amount, n) => ({ on: addMonths(firstOn, n, 31), amount: yuan(amount) }))

function offerOf(amounts: readonly number[], firstOn = day('2026-12-31')): LetterOffer {
  const list = payments(firstOn, amounts)
  return {
    strategy: 'pro-rata',
    firstOn,
    lastOn: list.at(-1)?.on ?? firstOn,
    count: list.length,
    instalment: list.at(0)?.amount ?? ZERO_FEN,
    lastInstalment: list.at(-1)?.amount ?? ZERO_FEN,
    total: sumFen(list.map(({ amount }) => amount)),
    payments: list,
    dayOfMonth: 31,
    asksInterestStop: false,
    asksPenaltyWaiver: false,
    interestCutTo: null,
  }
}

const account: LetterAccount = {
  owedNow: yuan(12_345.67),
  arrears: yuan(3210.98),
  overdueDays: 75,
  principal: yuan(11_000),
  interest: yuan(1000.5),
  penalty: yuan(145.17),
  fees: yuan(200),
  paidTotal: yuan(2500),
  lastPaidOn: day('2026-08-10'),
}

const cardLoan = aLoan({
  product: '示例信用卡（虚构）',
  contractNo: 'SAMPLE-0001',
  kind: 'revolving',
})

/** A bank card, 75 days late, everything known, two other creditors, everything asked. */
const card = (locale: Locale): LetterContext => ({
  on: day('2026-11-24'),
  locale,
  debtor: someone,
  creditor: aCreditor(),
  loan: cardLoan,
  loans: [cardLoan],
  account,
  cost: { annual: 0.36, exceeded: { over: 'price', limit: 0.24 }, excess: yuan(321.09) },
  settlement: null,
  theirOffer: null,
  agreement: null,
  budget: { incomes: [], expenses: [] },
  debts: [],
  summary: null,
  incidents: [],
  forPolice: [],
  addressee: null,
  complaint: null,
  hasPeople: false,
  hasContactsPermission: false,
  missing: [],
  offer: {
    ...offerOf([1234.57, 1234.57, 1234.57, 999.99]),
    asksInterestStop: true,
    asksPenaltyWaiver: true,
  },
  means: {
    monthlyIncome: yuan(6500),
    monthlyEssential: yuan(4000),
    monthlyOther: yuan(300),
    cushion: yuan(220),
    affordable: yuan(1980),
  },
  shares: [
    {
      creditor: '甲银行（虚构）',
      owedNow: yuan(12_345.67),
      instalment: yuan(1234.57),
      isAddressee: true,
    },
    {
      creditor: '乙消费金融（虚构）',
      owedNow: yuan(6000),
      instalment: yuan(600),
      isAddressee: false,
    },
    { creditor: '丙（虚构）', owedNow: yuan(1000), instalment: yuan(100), isAddressee: false },
    {
      creditor: '乙消费金融（虚构）',
      owedNow: yuan(454.33),
      instalment: yuan(45.43),
      isAddressee: false,
    },
  ],
  rules: [
    {
      id: 'cn.sample.1',
      title: { 'zh-CN': '示例规则一', en: 'Sample rule one' },
      says: { 'zh-CN': '这是示例。', en: 'This is a sample.' },
      citation,
      checkFirst: false,
    },
    {
      id: 'cn.sample.2',
      title: { 'zh-CN': '示例规则二', en: 'Sample rule two' },
      says: { 'zh-CN': '这也是示例。', en: 'So is this.' },
      citation: { ...citation, article: null, documentNumber: null, confidence: 'recalled' },
      checkFirst: true,
    },
  ],
})

/** A current loan of which hardly anything is known, one creditor, uneven instalments put off. */
const bare = (locale: Locale): LetterContext => ({
  ...card(locale),
  debtor: nobody,
  creditor: aCreditor({ name: '', kind: 'platform', licensed: null }),
  loan: aLoan(),
  loans: [aLoan()],
  account: {
    ...account,
    owedNow: yuan(2000),
    arrears: ZERO_FEN,
    overdueDays: 0,
    principal: yuan(2000),
    interest: ZERO_FEN,
    penalty: ZERO_FEN,
    fees: ZERO_FEN,
  },
  offer: offerOf([500, 500, 700, 700, 0.01], day('2027-03-31')),
  shares: [{ creditor: '', owedNow: yuan(2000), instalment: yuan(500), isAddressee: true }],
  rules: [],
})

/** A family loan settled in one sum, below the balance. */
const single = (locale: Locale): LetterContext => ({
  ...card(locale),
  creditor: aCreditor({ name: '表姐（虚构人物）', kind: 'private', licensed: false }),
  loan: aLoan({ kind: 'private' }),
  loans: [aLoan({ kind: 'private' })],
  account: { ...account, overdueDays: 1 },
  offer: offerOf([12_000]),
  rules: [],
})

/** Every kind of letter, by the name of its golden file. */
export const LETTER_CONTEXTS: Readonly<Record<string, (locale: Locale) => LetterContext>> = {
  card,
  bare,
  single,
}

/** The context of a person who types markup into every field. */
export function hostileContext(locale: Locale, text: string): LetterContext {
  const context = card(locale)
  return {
    ...context,
    debtor: {
      ...someone,
      name: text,
      phone: text,
      idTail: text,
      address: text,
      hardshipNote: text,
    },
    creditor: aCreditor({ name: text }),
    loan: aLoan({ product: text, contractNo: text }),
    loans: [aLoan({ product: text, contractNo: text })],
    shares: context.shares.map((share) => ({ ...share, creditor: text })),
  }
}
