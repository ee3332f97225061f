import { checkedSchema, roles, type Role } from '../../schemas/api/management'
import { savedDraftSchema } from '../../schemas/api/drafts'
import type { DocumentName } from '../../schemas/documentProblem'
import { findActivity } from '../activities/findActivity'
import { route, type Route } from '../http/route'
import { roomsOf } from '../live/room'
import { checkDrafts } from './checkDrafts'
import { revisionFrom } from './ifMatch'
import { readDraft } from './readDraft'
import { refuseMalformed, saveDraft } from './saveDraft'

/** Who may change which document: designers the page, operators what it promises and costs. */
const writers: { readonly [of in DocumentName]: readonly Role[] } = { page: ['owner', 'designer'], rules: ['owner', 'operator'], plan: ['owner', 'operator'] }
const names: { readonly [of in DocumentName]: string } = { page: 'Page', rules: 'Rules', plan: 'Plan' }
const document = { type: 'object', additionalProperties: true } as const

function draftRoutes(of: DocumentName): Route[] {
  const path = `/api/activities/:id/${of}`
  return [
    route(
      {
        method: 'GET',
        path,
        operationId: `get${names[of]}`,
        summary: `The draft of the ${of}; its revision is the ETag.`,
        who: roles,
        answers: { 200: document },
      },
      async ({ world, param, answer }) => {
        const { id } = await findActivity(world, param('id'))
        const { document: text, revision } = await readDraft(world, id, of)
        return answer(200, text, { 'Content-Type': 'application/json; charset=utf-8', 'ETag': `"${revision}"` })
      },
    ),
    route(
      {
        method: 'PUT',
        path,
        operationId: `put${names[of]}`,
        summary: `Saves the draft of the ${of}.`,
        who: writers[of],
        body: document,
        requestHeaders: {
          'If-Match': { required: true, description: 'The revision that the document was made from.' },
          'X-Festoon-Tab': { required: false, description: 'The editor’s tab that saves, as it tells its presence.' },
        },
        answers: { 200: savedDraftSchema },
        refusals: ['revision-missing', 'revision-stale'],
      },
      async ({ world, param, header, body, text, locale, member, record, answer }) => {
        const { id } = await findActivity(world, param('id'))
        const revision = revisionFrom(header('if-match'))
        refuseMalformed(world, of, body, locale)
        const saved = await saveDraft(world, { activity: id, of, text, document: body, revision, by: member.email }, record)
        roomsOf(world).saved(id, { of, revision: saved, tab: header('x-festoon-tab') ?? '' })
        return answer(200, { revision: saved }, { ETag: `"${saved}"` })
      },
    ),
  ]
}

export const routes: readonly Route[] = [
  ...draftRoutes('page'),
  ...draftRoutes('rules'),
  ...draftRoutes('plan'),
  route(
    {
      method: 'POST',
      path: '/api/activities/:id/check',
      operationId: 'checkActivity',
      summary: 'Problems of the drafts, and what a release of them would change. Changes nothing.',
      who: roles,
      answers: { 200: checkedSchema },
      unaudited: true,
    },
    async ({ world, param, locale, answer }) => {
      const { id } = await findActivity(world, param('id'))
      return answer(200, await checkDrafts(world, id, locale))
    },
  ),
]
