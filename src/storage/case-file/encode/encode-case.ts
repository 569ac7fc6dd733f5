import type {
  Case,
  Debtor,
  Household,
  OwedThen,
  Plan,
  PlanFigures,
  PlanInstalment,
} from '../../../domain/case/index.ts'
import { formatYuan } from '../../../domain/kernel/index.ts'
import { CASE_FORMAT, CASE_VERSION } from '../case-schema.ts'
import { encodeBudget, encodeExpense, encodeIncome } from './encode-budget.ts'
import { encodeContact, encodeCreditor } from './encode-contact.ts'
import { encodeComplaint, encodeLetter, encodePerson, encodeTask } from './encode-correspondence.ts'
import { encodeLoan, encodePayment } from './encode-loan.ts'
import { filled, fileRecord, known, knownAs, listed, type FileRecord } from './file-record.ts'

/** A case as the value of a case file: fields in their fixed order, what is empty or not known left out. */
export const encodeCase = (facts: Case): FileRecord => {
  const { incomes, expenses } = facts.budget
  return writeCase(facts, {
    budget: encodeBudget(facts.budget, {
      incomes: incomes.map(encodeIncome),
      expenses: expenses.map(encodeExpense),
    }),
    creditors: facts.creditors.map(encodeCreditor),
    loans: facts.loans.map(encodeLoan),
    payments: facts.payments.map(encodePayment),
    contacts: facts.contacts.map(encodeContact),
    people: listed(facts.people.map(encodePerson)),
    letters: listed(facts.letters.map(encodeLetter)),
    complaints: listed(facts.complaints.map(encodeComplaint)),
    tasks: listed(facts.tasks.map(encodeTask)),
    plan: facts.plan === null ? null : encodePlan(facts.plan),
    pastPlans: listed(facts.pastPlans.map(encodePlan)),
  })
}

/** What a case says of itself, without its lists and its plan: they are stored apart. */
export const encodeCaseHead = (facts: Case): FileRecord =>
  writeCase(facts, { budget: encodeBudget(facts.budget, {}) })

const writeCase = (facts: Case, parts: FileRecord): FileRecord =>
  fileRecord(
    {
      format: CASE_FORMAT,
      version: CASE_VERSION,
      jurisdiction: facts.jurisdiction,
      currency: facts.currency,
      locale: facts.locale,
      asOf: known(facts.asOf),
      debtor: encodeDebtor(facts.debtor),
      ...parts,
    },
    facts,
  )

const encodeDebtor = (debtor: Debtor): FileRecord =>
  fileRecord(
    {
      name: filled(debtor.name),
      city: filled(debtor.city),
      phone: filled(debtor.phone),
      idTail: filled(debtor.idTail),
      address: filled(debtor.address),
      household: knownAs(debtor.household, encodeHousehold),
      hardship: listed(debtor.hardship),
      hardshipSince: known(debtor.hardshipSince),
      hardshipNote: filled(debtor.hardshipNote),
    },
    debtor,
  )

const encodeHousehold = (household: Household): FileRecord =>
  fileRecord({ adults: household.adults, children: household.children }, household)

export const encodePlan = (plan: Plan): FileRecord =>
  fileRecord(
    {
      acceptedOn: plan.acceptedOn,
      proposal: plan.proposal,
      instalments: plan.instalments.map(encodePlanInstalment),
      figures: knownAs(plan.figures, encodeFigures),
    },
    plan,
  )

const encodeFigures = (figures: PlanFigures): FileRecord =>
  fileRecord(
    {
      monthlyIncome: formatYuan(figures.monthlyIncome),
      monthlyExpenses: formatYuan(figures.monthlyExpenses),
      owed: figures.owed.map(encodeOwedThen),
    },
    figures,
  )

const encodeOwedThen = (owed: OwedThen): FileRecord =>
  fileRecord({ loan: owed.loan, amount: formatYuan(owed.amount) }, owed)

const encodePlanInstalment = (instalment: PlanInstalment): FileRecord =>
  fileRecord(
    { loan: instalment.loan, dueOn: instalment.dueOn, amount: formatYuan(instalment.amount) },
    instalment,
  )

/** A case as the text of a case file, indented, ending in a newline. */
export const encodeCaseText = (facts: Case): string =>
  `${JSON.stringify(encodeCase(facts), null, 2)}\n`
