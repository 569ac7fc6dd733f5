import type { Locale } from '../../domain/case/index.ts'
import { ZERO_FEN } from '../../domain/kernel/index.ts'
import {
  chanceOf,
  isUnsure,
  recommendationReason,
  type Objective,
  type Proposal,
  type ProposalSet,
} from '../../domain/proposal/index.ts'
import {
  arrangementText,
  CONCESSION_WORDS,
  reasonText,
  RECOMMENDATION_WORDS,
  STANDING_WORDS,
  STRATEGY_WORDS,
} from './proposal-words.ts'
import type { SurvivalReport } from './proposal-json.ts'
import { moneyText, percentText, textTable } from './text-table.ts'

const WORDS = {
  'zh-CN': {
    on: '截至',
    proposal: '方案',
    feasible: '可行',
    yes: '是',
    no: '否',
    months: '月数',
    payoff: '还清日',
    total: '共还',
    charges: '其中利息和费用',
    highest: '最多的一个月',
    score: '合理程度',
    chance: '坚持到底的机会',
    chanceNote: '“坚持到底的机会”由模拟得出：收入可能变动或中断，也可能有意外支出。',
    recommended: '建议从这里开始',
    unsure: '请留意：就连这个方案，模拟中坚持到底的机会也只有',
    none: '目前没有可行的方案。请先保障基本生活，可拨打12348寻求免费法律咨询。',
    loan: '借款',
    arrangement: '安排',
    standing: '依据',
    proved: '已证明是同样条件下最省的',
    provedAim: '已证明：同样条件下，按所选标准没有更好的',
    gap: '未证明最省，最多还可能省',
    first: '首次还款',
    count: '期数',
    monthly: '每期',
  },
  en: {
    on: 'On',
    proposal: 'proposal',
    feasible: 'feasible',
    yes: 'yes',
    no: 'no',
    months: 'months',
    payoff: 'cleared on',
    total: 'total paid',
    charges: 'of it interest and fees',
    highest: 'highest month',
    score: 'reasonableness',
    chance: 'chance to finish',
    chanceNote:
      'The chance to finish comes from a simulation in which income may vary or stop and the unexpected may cost money.',
    recommended: 'Start from this one',
    unsure: 'mind: in the simulation even this one is finished in only',
    none: 'No proposal is feasible now. Basic living comes first; 12348 gives free legal advice.',
    loan: 'loan',
    arrangement: 'arrangement',
    standing: 'rests on',
    proved: 'proved: nothing on the same terms costs less',
    provedAim: 'proved: nothing on the same terms does better by what was chosen',
    gap: 'not proved; at most this could still be saved',
    first: 'first payment',
    count: 'payments',
    monthly: 'each',
  },
} as const

/** The proposals, compared, for people. */
export function proposalsText(set: ProposalSet, survival: SurvivalReport, locale: Locale): string {
  const words = WORDS[locale]
  const all = [set.statusQuo, ...set.proposals]
  const recommended = all.find(({ id }) => id === set.recommended)
  return [
    `${words.on} ${set.on}`,
    '',
    ...comparison(all, survival, locale),
    words.chanceNote,
    '',
    ...all.flatMap((proposal) => [
      `${STRATEGY_WORDS[locale][proposal.strategy]} (${proposal.id})`,
      `  - ${CONCESSION_WORDS[locale][proposal.concession]}`,
      ...proposal.why.map((reason) => `  - ${reasonText(reason, locale)}`),
      ...optimality(proposal, set.objective, locale),
    ]),
    '',
    ...(recommended === undefined
      ? [words.none]
      : [
          `${words.recommended}: ${recommended.id}`,
          ...whyRecommended(set, recommended, locale),
          '',
          ...perLoan(recommended, locale),
        ]),
  ].join('\n')
}

/** Why this one, and where even it is likely to fail: it is said beside the recommendation. */
function whyRecommended(
  set: ProposalSet,
  recommended: Proposal,
  locale: Locale,
): readonly string[] {
  const reason = RECOMMENDATION_WORDS[locale][recommendationReason(set, recommended)]
  const chance = chanceOf(recommended)
  const { unsure } = WORDS[locale]
  return [
    `  - ${reason}`,
    ...(isUnsure(recommended) ? [`  - ${unsure}: ${percentText(chance)}`] : []),
  ]
}

function optimality(
  { optimality: found }: Proposal,
  objective: Objective,
  locale: Locale,
): readonly string[] {
  if (found === null) return []
  const { gap, ...words } = WORDS[locale]
  const proved = objective === 'least-paid' ? words.proved : words.provedAim
  return [`  - ${found.proved ? proved : `${gap}: ${(found.gap * 100).toFixed(2)}%`}`]
}

function comparison(
  proposals: readonly Proposal[],
  survival: SurvivalReport,
  locale: Locale,
): readonly string[] {
  const words = WORDS[locale]
  const numbers = [words.months, words.payoff, words.total, words.charges, words.highest]
  return textTable(
    [
      { head: words.proposal },
      { head: words.feasible },
      ...[...numbers, words.score, words.chance].map((head) => ({ head, align: 'right' as const })),
    ],
    proposals.map((proposal) => [
      STRATEGY_WORDS[locale][proposal.strategy],
      proposal.feasible ? words.yes : words.no,
      String(proposal.months),
      proposal.payoffOn ?? '–',
      moneyText(proposal.totalPaid, locale),
      moneyText(proposal.interestAndFees, locale),
      moneyText(proposal.maxMonthly, locale),
      String(proposal.reasonableness.score),
      percentText(survival.of.get(proposal.id)?.probability ?? null),
    ]),
  )
}

function perLoan(proposal: Proposal, locale: Locale): readonly string[] {
  const words = WORDS[locale]
  const numbers = [words.first, words.count, words.monthly, words.total]
  return textTable(
    [
      { head: words.loan },
      { head: words.arrangement },
      { head: words.standing },
      ...numbers.map((head) => ({ head, align: 'right' as const })),
    ],
    proposal.perLoan.map((part) => {
      const { loan, standing, payments, totalPaid } = part
      return [
        loan,
        arrangementText(part, locale),
        STANDING_WORDS[locale][standing],
        payments.at(0)?.on ?? '–',
        String(payments.length),
        moneyText(payments.at(0)?.amount ?? ZERO_FEN, locale),
        moneyText(totalPaid, locale),
      ]
    }),
  )
}
