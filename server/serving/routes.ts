import { route, type Route } from '../http/route'
import { Refuse } from '../problem'

const html = { media: 'text/html' }

/** What `front.ts` answers ahead of the router, declared with all other routes. What comes through to here was asked of the editor’s own host, where no page stands. */
export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/a/:slug',
      operationId: 'showPage',
      summary: 'The page, as it was stored when it was published. 503 while it is offline.',
      who: 'visitor',
      query: {
        type: 'object',
        properties: {
          lang: { type: 'string', description: { zh: '语言', en: 'The language, before that of the browser.' } },
          channel: { type: 'string', description: { zh: '渠道', en: 'Where the visitor comes from.' } },
        },
      },
      answers: { 200: html, 304: null, 404: html, 503: html },
    },
    () => {
      throw new Refuse('not-found')
    },
  ),
  route(
    {
      method: 'GET',
      path: '/a/:slug/f/:file',
      operationId: 'getPageFile',
      summary: 'A script or style sheet that a page brings later, named by its content.',
      who: 'visitor',
      answers: { 200: { media: 'text/javascript' }, 304: null, 404: html },
    },
    () => {
      throw new Refuse('not-found')
    },
  ),
]
