import { defineAsyncComponent } from 'vue'
import type { AppViews } from './ui/frame/router.ts'

/** The forms of the contact log, read when a contact is first written down. */
export const contactDesk = defineAsyncComponent(() => import('./ui/contacts/ContactDesk.vue'))

/** Every page of the app, each read when it is first opened. */
export const appViews: AppViews = {
  overview: () => import('./ui/overview/OverviewView.vue'),
  welcome: () => import('./ui/welcome/WelcomeView.vue'),
  start: () => import('./ui/start/StartView.vue'),
  diagnosis: () => import('./ui/diagnosis/DiagnosisView.vue'),
  debts: () => import('./ui/debts/DebtsView.vue'),
  debt: () => import('./ui/debts/DebtView.vue'),
  debtForm: () => import('./ui/debts/DebtFormView.vue'),
  budget: () => import('./ui/budget/BudgetView.vue'),
  calculator: () => import('./ui/calculator/CalculatorView.vue'),
  proposals: () => import('./ui/proposals/ProposalsView.vue'),
  proposal: () => import('./ui/proposals/ProposalView.vue'),
  compare: () => import('./ui/proposals/CompareView.vue'),
  whatIf: () => import('./ui/proposals/WhatIfView.vue'),
  talks: () => import('./ui/talks/TalksView.vue'),
  agreement: () => import('./ui/talks/AgreementView.vue'),
  calls: () => import('./ui/calls/CallsView.vue'),
  call: () => import('./ui/calls/CallView.vue'),
  letter: () => import('./ui/letter/LetterView.vue'),
  contacts: () => import('./ui/contacts/ContactsView.vue'),
  contactTimes: () => import('./ui/contacts/TimesView.vue'),
  contactCheckUp: () => import('./ui/contacts/CheckUpView.vue'),
  rights: () => import('./ui/rights/RightsView.vue'),
  rightsStages: () => import('./ui/rights/StagesView.vue'),
  rightsLoan: () => import('./ui/rights/LoanRightsView.vue'),
  rightsScam: () => import('./ui/rights/ScamView.vue'),
  rightsEvidence: () => import('./ui/rights/EvidenceView.vue'),
  rightsComplaints: () => import('./ui/rights/ComplaintsView.vue'),
  rightsTopic: () => import('./ui/rights/TopicView.vue'),
  plan: () => import('./ui/plan/PlanView.vue'),
  agenda: () => import('./ui/agenda/AgendaView.vue'),
  payments: () => import('./ui/payments/PaymentsView.vue'),
  replan: () => import('./ui/plan/ReplanView.vue'),
  review: () => import('./ui/review/ReviewView.vue'),
  history: () => import('./ui/history/HistoryView.vue'),
  planVariance: () => import('./ui/plan/VarianceView.vue'),
  cases: () => import('./ui/cases/CasesView.vue'),
  tables: () => import('./ui/tables/TablesView.vue'),
  manual: () => import('./ui/manual/ManualView.vue'),
  settings: () => import('./ui/settings/SettingsView.vue'),
}
