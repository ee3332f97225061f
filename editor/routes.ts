import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteLocationRaw } from 'vue-router'
import { currentMember, loadSession } from './sign-in/session'

export const router = createRouter({
  history: createWebHistory('/studio/'),
  routes: [
    { path: '/', redirect: '/activities' },
    { path: '/sign-in', component: () => import('./sign-in/SignIn.vue'), meta: { open: true } },
    { path: '/activities', component: () => import('./activities/ActivityList.vue') },
    { path: '/members', component: () => import('./members/Members.vue') },
    {
      path: '/activities/:id',
      component: () => import('./activities/ActivityFrame.vue'),
      props: true,
      children: [
        { path: '', redirect: (to) => `/activities/${String(to.params['id'])}/design` },
        // `?node=` is the node to show.
        { path: 'design', component: () => import('./activities/DesignPlace.vue'), props: true },
        // `?at=` is the place in the rules to show, as a JSON pointer.
        { path: 'rules', component: () => import('./rules/RulesTab.vue'), props: true },
        { path: 'publish', component: () => import('./release/PublishTab.vue'), props: true },
      ],
    },
    { path: '/:rest(.*)*', component: () => import('./shell/NotFound.vue') },
  ],
})

router.beforeEach(requireMember)

/** Everything but the sign-in page is for members. */
async function requireMember(to: RouteLocationNormalized): Promise<RouteLocationRaw | true> {
  if (to.meta['open'] === true || currentMember.value) return true
  const { member } = await loadSession()
  return member ? true : { path: '/sign-in', query: { next: to.fullPath } }
}
