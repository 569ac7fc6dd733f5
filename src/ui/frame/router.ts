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
    | 'diagnosis'
    | 'debts'
    | 'debt'
    | 'debtForm'
    | 'budget'
    | 'proposals'
    | 'proposal'
    | 'talks'
    | 'agreement'
    | 'calls'
    | 'call'
    | 'letter'
    | 'plan'
    | 'settings',
    View
  >
>

/** The first page: the case that is open, or the welcome while there is none. */
function homePage(views: AppViews, hasCase: () => boolean): Component {
  const overview = defineAsyncComponent(views.overview)
  const welcome = defineAsyncComponent(views.welcome)
  return { name: 'HomePage', setup: () => () => h(hasCase() ? overview : welcome) }
}

function appRoutes(views: AppViews, hasCase: () => boolean): RouteRecordRaw[] {
  const page = (name: string, path: string, [screen, component]: [Screen, View]) => ({
    name,
    path,
    component,
    meta: { screen },
  })
  return [
    {
      path: '/',
      name: 'overview',
      component: homePage(views, hasCase),
      meta: { screen: 'overview', withoutCase: true },
    },
    page('diagnosis', '/diagnosis', ['diagnosis', views.diagnosis]),
    page('debts', '/debts', ['debts', views.debts]),
    page('debt-new', '/debts/new', ['debts', views.debtForm]),
    page('debt', '/debts/:id', ['debts', views.debt]),
    page('debt-edit', '/debts/:id/edit', ['debts', views.debtForm]),
    page('budget', '/budget', ['budget', views.budget]),
    page('proposals', '/proposals', ['proposals', views.proposals]),
    page('proposal', '/proposals/:id', ['proposals', views.proposal]),
    page('talks', '/talks', ['talks', views.talks]),
    page('agreement', '/talks/:id/agreement', ['talks', views.agreement]),
    page('calls', '/calls', ['calls', views.calls]),
    page('call', '/calls/:situation', ['calls', views.call]),
    page('letter', '/letter', ['letter', views.letter]),
    page('plan', '/plan', ['plan', views.plan]),
    {
      path: '/settings',
      name: 'settings',
      component: views.settings,
      meta: { screen: 'settings', withoutCase: true },
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
