import {
  createRouter,
  createWebHashHistory,
  type Router,
  type RouterHistory,
  type RouteRecordRaw,
} from 'vue-router'
import type { Screen } from './screens.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The area that the navigation marks as current. */
    readonly screen: Screen
    /** Whether the page makes sense before a case is open. */
    readonly withoutCase?: true
  }
}

const ROUTES: readonly RouteRecordRaw[] = [
  {
    path: '/',
    name: 'overview',
    component: () => import('./HomeView.vue'),
    meta: { screen: 'overview', withoutCase: true },
  },
  {
    path: '/debts',
    name: 'debts',
    component: () => import('../debts/DebtsView.vue'),
    meta: { screen: 'debts' },
  },
  {
    path: '/debts/new',
    name: 'debt-new',
    component: () => import('../debts/DebtFormView.vue'),
    meta: { screen: 'debts' },
  },
  {
    path: '/debts/:id',
    name: 'debt',
    component: () => import('../debts/DebtView.vue'),
    meta: { screen: 'debts' },
  },
  {
    path: '/debts/:id/edit',
    name: 'debt-edit',
    component: () => import('../debts/DebtFormView.vue'),
    meta: { screen: 'debts' },
  },
  {
    path: '/budget',
    name: 'budget',
    component: () => import('../budget/BudgetView.vue'),
    meta: { screen: 'budget' },
  },
  {
    path: '/proposals',
    name: 'proposals',
    component: () => import('../proposals/ProposalsView.vue'),
    meta: { screen: 'proposals' },
  },
  {
    path: '/proposals/:id',
    name: 'proposal',
    component: () => import('../proposals/ProposalView.vue'),
    meta: { screen: 'proposals' },
  },
  {
    path: '/letter',
    name: 'letter',
    component: () => import('../letter/LetterView.vue'),
    meta: { screen: 'letter' },
  },
  {
    path: '/plan',
    name: 'plan',
    component: () => import('../plan/PlanView.vue'),
    meta: { screen: 'plan' },
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('../settings/SettingsView.vue'),
    meta: { screen: 'settings', withoutCase: true },
  },
  { path: '/:rest(.*)*', redirect: { name: 'overview' } },
]

/** The app's pages. Without an open case only those that make sense then; all else leads to the first. */
export function createAppRouter(
  hasCase: () => boolean,
  history: RouterHistory = createWebHashHistory(),
): Router {
  const router = createRouter({ history, routes: [...ROUTES], scrollBehavior: () => ({ top: 0 }) })
  router.beforeEach((to) =>
    hasCase() || to.meta.withoutCase === true ? true : { name: 'overview' },
  )
  return router
}
