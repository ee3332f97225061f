import type { Problem } from '../../schemas/api/management'
import type { RouteLocationRaw } from 'vue-router'

/** Where in the editor a problem can be solved; null where there is no place for it. */
export function problemLink(activity: string, problem: Pick<Problem, 'document' | 'node' | 'path'>): RouteLocationRaw | null {
  switch (problem.document) {
    case 'page':
      return { path: `/activities/${activity}/design`, query: problem.node ? { node: problem.node } : {} }
    case 'rules':
      return { path: `/activities/${activity}/rules`, query: { at: problem.path } }
    case 'plan':
    case 'body':
      return null
  }
}
