import { defineAsyncComponent, h, type Component } from 'vue'
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
    readonly screen?: Screen
    /** Whether the page makes sense before a case is open. */
    readonly withoutCase?: true
  }
}

type View = () => Promise<{ readonly default: Component }>

/** The pages, given by the composition root: screens do not know each other. */
export type AppViews = Readonly<
  Record<
    | 'overview'
    | 'welcome'
    | 'start'
    | 'diagnosis'
    | 'debts'
    | 'debt'
    | 'debtForm'
    | 'budget'
    | 'calculator'
    | 'proposals'
    | 'proposal'
    | 'compare'
    | 'whatIf'
    | 'talks'
    | 'agreement'
    | 'calls'
    | 'call'
    | 'letter'
    | 'contacts'
    | 'contactTimes'
    | 'contactCheckUp'
    | 'rights'
    | 'rightsStages'
    | 'rightsLoan'
    | 'rightsScam'
    | 'rightsEvidence'
    | 'rightsComplaints'
    | 'rightsTopic'
    | 'plan'
    | 'planVariance'
    | 'payments'
    | 'history'
    | 'replan'
    | 'review'
    | 'agenda'
    | 'cases'
    | 'tables'
    | 'manual'
    | 'settings',
    View
  >
>

/** The first page: the case that is open, or the welcome while there is none. The one that shows is read before. */
function homePage(views: AppViews, hasCase: () => boolean): RouteRecordRaw {
  const overview = defineAsyncComponent(views.overview)
  const welcome = defineAsyncComponent(views.welcome)
  return {
    path: '/',
    name: 'overview',
    component: { name: 'HomePage', setup: () => () => h(hasCase() ? overview : welcome) },
    // What goes wrong is told where the page would be.
    beforeEnter: async () => {
      await (hasCase() ? views.overview() : views.welcome()).catch(() => undefined)
    },
    meta: { screen: 'overview', withoutCase: true },
  }
}

const page = (name: string, path: string, [screen, component]: [Screen, View]): RouteRecordRaw => ({
  name,
  path,
  component,
  meta: { screen },
})

/** Help is there for whoever has entered nothing yet. */
const helpPage = (name: string, path: string, component: View): RouteRecordRaw => ({
  name,
  path,
  component,
  meta: { screen: 'rights', withoutCase: true },
})

const contactPages = (views: AppViews): readonly RouteRecordRaw[] => [
  page('contacts', '/contacts', ['contacts', views.contacts]),
  page('contacts-times', '/contacts/times', ['contacts', views.contactTimes]),
  page('contacts-check-up', '/contacts/check-up', ['contacts', views.contactCheckUp]),
]

const rightsPages = (views: AppViews): readonly RouteRecordRaw[] => [
  helpPage('rights', '/rights', views.rights),
  helpPage('rights-stages', '/rights/stages-of-collection', views.rightsStages),
  page('rights-loan', '/rights/loans/:id', ['rights', views.rightsLoan]),
  helpPage('rights-scam', '/rights/scam-check', views.rightsScam),
  page('rights-evidence', '/rights/evidence-pack', ['rights', views.rightsEvidence]),
  page('rights-complaints', '/rights/complaints', ['rights', views.rightsComplaints]),
  helpPage('rights-topic', '/rights/:topic', views.rightsTopic),
]

function appRoutes(views: AppViews, hasCase: () => boolean): RouteRecordRaw[] {
  return [
    homePage(views, hasCase),
    page('start', '/start', ['overview', views.start]),
    page('diagnosis', '/diagnosis', ['diagnosis', views.diagnosis]),
    page('debts', '/debts', ['debts', views.debts]),
    page('debt-new', '/debts/new', ['debts', views.debtForm]),
    page('debt', '/debts/:id', ['debts', views.debt]),
    page('debt-edit', '/debts/:id/edit', ['debts', views.debtForm]),
    page('budget', '/budget', ['budget', views.budget]),
    {
      path: '/calculator',
      name: 'calculator',
      component: views.calculator,
      meta: { screen: 'calculator', withoutCase: true },
    },
    page('proposals', '/proposals', ['proposals', views.proposals]),
    page('compare', '/proposals/compare', ['proposals', views.compare]),
    page('what-if', '/proposals/what-if', ['proposals', views.whatIf]),
    page('proposal', '/proposals/:id', ['proposals', views.proposal]),
    page('talks', '/talks', ['talks', views.talks]),
    page('agreement', '/talks/:id/agreement', ['talks', views.agreement]),
    page('calls', '/calls', ['calls', views.calls]),
    page('call', '/calls/:situation', ['calls', views.call]),
    page('letter', '/letter', ['letter', views.letter]),
    ...contactPages(views),
    ...rightsPages(views),
    page('plan', '/plan', ['plan', views.plan]),
    page('agenda', '/plan/calendar', ['plan', views.agenda]),
    page('payments', '/plan/payments', ['plan', views.payments]),
    page('plan-replan', '/plan/replan', ['plan', views.replan]),
    page('history', '/plan/history', ['plan', views.history]),
    page('review', '/plan/review', ['plan', views.review]),
    page('plan-variance', '/plan/variance', ['plan', views.planVariance]),
    {
      path: '/settings',
      name: 'settings',
      component: views.settings,
      meta: { screen: 'settings', withoutCase: true },
    },
    page('tables', '/tables', ['settings', views.tables]),
    { path: '/cases', name: 'cases', component: views.cases, meta: { withoutCase: true } },
    {
      path: '/manual/:topic?',
      name: 'manual',
      component: views.manual,
      meta: { withoutCase: true },
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ]
}

/** The app's pages. Without an open case only those that make sense then; all else leads to the first. */
export function createAppRouter(
  views: AppViews,
  hasCase: () => boolean,
  history: RouterHistory = createWebHashHistory(),
): Router {
  const router = createRouter({ history, routes: appRoutes(views, hasCase) })
  router.beforeEach((to) =>
    hasCase() || to.meta.withoutCase === true ? true : { name: 'overview' },
  )
  return router
}
