import type { ScriptContext } from '../domain/document/index.ts'
import { addFen, fen, type Fen } from '../domain/kernel/index.ts'

/** How much above what can be spared a tempting promise is: a thousand yuan. */
const TEMPTATION = fen(100_000)
const HUNDRED_YUAN = 10_000

const BLANKS = {
  'zh-CN': {
    me: '（您的姓名）',
    lender: '贷款机构',
    phone: '（以合同或App里的官方电话为准）',
    contract: '（看合同首页或App）',
    product: '借款',
  },
  en: {
    me: '(your name)',
    lender: 'the lender',
    phone: '(see the contract or the app)',
    contract: '(see the first page of the contract or the app)',
    product: 'my loan',
  },
} as const

/** What a template of a script may name. Text that is not known has words of its own, so that a sentence stays whole. */
export function scriptView(context: ScriptContext): Readonly<Record<string, unknown>> {
  const { account, bounds, counter, settlement } = context
  return {
    ...partiesOf(context),
    ...offerView(context),
    reasons: context.debtor.hardship,
    owed: account.owedNow,
    arrears: account.arrears,
    charges: account.charges,
    overdueDays: account.overdueDays,
    affordable: bounds.affordable,
    lumpSum: bounds.lumpSum,
    tooMuch: tempting(bounds.affordable),
    tooMuchLump: tempting(bounds.lumpSum),
    hasCounter: counter !== null,
    counter,
    hasSettlement: settlement !== null,
    settlement,
    isAboveLimit: context.isAboveLimit,
  }
}

function partiesOf({ locale, debtor, creditor, loan }: ScriptContext) {
  const blank = BLANKS[locale]
  return {
    me: debtor.name || blank.me,
    lender: creditor.name || blank.lender,
    lenderPhone: creditor.phone || blank.phone,
    lenderKind: creditor.kind,
    isBankLike: creditor.kind === 'bank' || creditor.kind === 'consumer-finance',
    product: loan.product || blank.product,
    contractNumber: loan.contractNo || blank.contract,
    isCard: creditor.kind === 'bank' && loan.kind === 'revolving',
  }
}

function offerView({ offer }: ScriptContext) {
  const interestTo = offer?.interestTo ?? null
  const asks = {
    asksInterestStop: interestTo === 0,
    interestCutTo: interestTo === 0 ? null : interestTo,
  }
  if (offer === null)
    return { hasOffer: false, offer, offerOn: null, offerCount: 0, isLevel: false, ...asks }
  const { amount, firstOn, count, isLevel } = offer
  return { hasOffer: true, offer: amount, offerOn: firstOn, offerCount: count, isLevel, ...asks }
}

/** A round sum that is clearly too much: a thousand yuan above, then up to the next hundred. */
function tempting(bound: Fen): Fen {
  const sum = addFen(bound, TEMPTATION)
  return fen(Math.ceil(sum / HUNDRED_YUAN) * HUNDRED_YUAN)
}
