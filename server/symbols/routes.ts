import { roles } from '../../schemas/api/management'
import { symbolHeadSchema, symbolListSchema, symbolUsesSchema, symbolVersionSchema, symbolWishSchema, type SymbolHead } from '../../schemas/api/symbols'
import { symbolLimits, type SymbolContent } from '../../schemas/symbol'
import { revisionFrom } from '../drafts/ifMatch'
import { route, type Route } from '../http/route'
import { Refuse } from '../problem'
import { refuseBroken } from './checkContent'
import { findSymbol } from './findSymbol'
import { saveSymbol } from './saveSymbol'
import { deleteSymbol, selectSymbols, selectVersion, type SymbolFound } from './store'
import { usesOf } from './uses'

/** Those who make pages. */
const makers = ['owner', 'designer'] as const
const ifMatch = { 'If-Match': { required: true, description: 'The revision that the change was made from; 0: a new symbol.' } } as const

function toHead({ id, name, type, revision, version, number, time_updated, by_member }: SymbolFound): SymbolHead {
  return { id, name, type, revision: String(revision), version, number, updatedAt: time_updated, updatedBy: by_member }
}

export const routes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/symbols',
      operationId: 'listSymbols',
      summary: 'The symbols of the team, by name.',
      who: roles,
      answers: { 200: symbolListSchema },
    },
    async ({ world, answer }) => answer(200, { symbols: (await selectSymbols(world.store.db)).map(toHead) }),
  ),
  route(
    {
      method: 'PUT',
      path: '/api/symbols/:id',
      operationId: 'putSymbol',
      summary: 'Keeps a symbol: a new one, another name, or other content, which becomes its newest version. Pages stay as they are.',
      who: makers,
      body: symbolWishSchema,
      bodyLimits: symbolLimits,
      requestHeaders: ifMatch,
      answers: { 200: symbolHeadSchema },
      refusals: ['revision-missing', 'revision-stale', 'limit-reached', 'bad-input', 'not-found'],
    },
    async ({ world, param, header, body, member, locale, record, answer }) => {
      const revision = revisionFrom(header('if-match'))
      // The schema says of nodes what it says of them on a page.
      const content = body.content as SymbolContent
      refuseBroken(world, content, locale)
      const saved = await saveSymbol(world, { id: symbolId(param('id')), name: body.name.trim(), content, revision, by: member.email }, record)
      return answer(200, toHead(saved), { ETag: `"${saved.revision}"` })
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/symbols/:id',
      operationId: 'removeSymbol',
      summary: 'Deletes a symbol and its versions. Its instances stay where they are, as ordinary nodes.',
      who: makers,
      requestHeaders: ifMatch,
      answers: { 204: null },
      refusals: ['revision-missing', 'revision-stale', 'not-found'],
    },
    async ({ world, param, header, record, answer }) => {
      const revision = revisionFrom(header('if-match'))
      const { id, name, version } = await findSymbol(world, param('id'))
      await world.store.write(null, async (trx) => {
        if (!(await deleteSymbol(trx, id, revision))) throw new Refuse('revision-stale')
        await record(trx, { target: `symbol/${id}`, before: version, reason: name })
      })
      return answer(204)
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/symbols/:id/versions/:version',
      operationId: 'getSymbolVersion',
      summary: 'What a symbol is, or once was, made of. A version never changes.',
      who: roles,
      answers: { 200: symbolVersionSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => {
      const version = await selectVersion(world.store.db, param('id'), param('version'))
      if (!version) throw new Refuse('not-found')
      return answer(200, { version: version.hash, number: version.number, content: JSON.parse(version.content) })
    },
  ),
  route(
    {
      method: 'GET',
      path: '/api/symbols/:id/uses',
      operationId: 'listSymbolUses',
      summary: 'The activities whose drafts have instances of a symbol, and how many of these are behind its newest version.',
      who: roles,
      answers: { 200: symbolUsesSchema },
      refusals: ['not-found'],
    },
    async ({ world, param, answer }) => answer(200, { uses: await usesOf(world, await findSymbol(world, param('id'))) }),
  ),
]

/** @throws Refuse `bad-input` where a page could not name it. */
function symbolId(id: string): string {
  if (/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(id)) return id
  throw new Refuse('bad-input', {
    detail: { zh: '编号以字母开头，只用字母、数字、- 和 _。', en: 'An id begins with a letter and has letters, digits, - and _ only.' },
  })
}
