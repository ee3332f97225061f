import { checkedSchema, roles, type Role } from '../../schemas/api/management'
import { editsSchema, savedDraftSchema } from '../../schemas/api/drafts'
import type { DocumentName } from '../../schemas/documentProblem'
import { findActivity } from '../activities/findActivity'
import { route, type Call, type Route } from '../http/route'
import { roomsOf } from '../live/room'
import { checkDrafts } from './checkDrafts'
import { editDraft } from './editDraft'
import { revisionFrom } from './ifMatch'
import { readDraft } from './readDraft'
import { refuseMalformed, saveDraft, type DraftWish } from './saveDraft'

/** Who may change which document: designers the page, operators what it promises and costs. */
const writers: { readonly [of in DocumentName]: readonly Role[] } = { page: ['owner', 'designer'], rules: ['owner', 'operator'], plan: ['owner', 'operator'] }
const names: { readonly [of in DocumentName]: string } = { page: 'Page', rules: 'Rules', plan: 'Plan' }
const document = { type: 'object', additionalProperties: true } as const

const saving = {
  requestHeaders: {
    'If-Match': { required: true, description: 'The revision that the document was made from.' },
    'X-Festoon-Tab': { required: false, description: 'The editor’s tab that saves, as it tells its presence.' },
  },
  answers: { 200: savedDraftSchema },
  refusals: ['revision-missing', 'revision-stale'],
} as const

type Saving<Body> = Call<Body, unknown, readonly Role[]>
type Made = Pick<DraftWish, 'text' | 'document'>

/** Keeps what `make` makes of the revision that the request names, and tells those who have the activity open. */
async function save<Body>(call: Saving<Body>, of: DocumentName, make: (at: { activity: string; revision: number }) => Made | Promise<Made>): Promise<Response> {
  const { world, param, header, locale, member, record, answer } = call
  const { id: activity } = await findActivity(world, param('id'))
  const at = { activity, revision: revisionFrom(header('if-match')) }
  const made = await make(at)
  refuseMalformed(world, of, made.document, locale)
  const revision = await saveDraft(world, { ...at, ...made, of, by: member.email }, record)
  roomsOf(world).saved(activity, { of, revision, tab: header('x-festoon-tab') ?? '' })
  return answer(200, { revision }, { ETag: `"${revision}"` })
}

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
        ...saving,
      },
      (call) => save(call, of, () => ({ text: call.text, document: call.body })),
    ),
    route(
      {
        method: 'PATCH',
        path,
        operationId: `patch${names[of]}`,
        summary: `Saves edits of the draft of the ${of}: what changed, in place of the whole.`,
        who: writers[of],
        body: editsSchema,
        ...saving,
      },
      (call) => save(call, of, (at) => editDraft(call.world, { ...at, of, edits: call.body.edits })),
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
