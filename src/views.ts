import type { AppViews } from './ui/frame/router.ts'

/** Every page of the app, each read when it is first opened. */
export const appViews: AppViews = {
  overview: () => import('./ui/overview/OverviewView.vue'),
  welcome: () => import('./ui/welcome/WelcomeView.vue'),
  diagnosis: () => import('./ui/diagnosis/DiagnosisView.vue'),
  debts: () => import('./ui/debts/DebtsView.vue'),
  debt: () => import('./ui/debts/DebtView.vue'),
  debtForm: () => import('./ui/debts/DebtFormView.vue'),
  budget: () => import('./ui/budget/BudgetView.vue'),
  proposals: () => import('./ui/proposals/ProposalsView.vue'),
  proposal: () => import('./ui/proposals/ProposalView.vue'),
  talks: () => import('./ui/talks/TalksView.vue'),
  agreement: () => import('./ui/talks/AgreementView.vue'),
  calls: () => import('./ui/calls/CallsView.vue'),
  call: () => import('./ui/calls/CallView.vue'),
  letter: () => import('./ui/letter/LetterView.vue'),
  plan: () => import('./ui/plan/PlanView.vue'),
  settings: () => import('./ui/settings/SettingsView.vue'),
}
