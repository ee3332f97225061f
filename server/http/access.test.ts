import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles, type Role } from '../../schemas/api/management'
import { slices } from '../slices'
import { createTestWorld, type TestWorld } from '../testing/testWorld'
import { isManagement, isUnsafe, type Route } from './route'

let test: TestWorld
beforeAll(async () => void (test = await createTestWorld()))
afterAll(() => test.close())

/**
 * Who may do what, written down a second time: a route that changes hands has to change here too.
 * o owner, d designer, p operator, v viewer. What is not named here is for reading, and open to all four.
 */
const rights: { readonly [operation: string]: string } = {
  signOut: 'odpv',
  listMembers: 'o',
  createMember: 'o',
  changeMember: 'o',
  removeMember: 'o',
  createActivity: 'odp',
  watchActivity: 'odpv',
  tellPresence: 'odpv',
  weighDraft: 'odpv',
  readImport: 'odp',
  importActivity: 'odp',
  changeActivity: 'op',
  archiveActivity: 'o',
  checkActivity: 'odpv',
  putPage: 'od',
  putRules: 'op',
  putPlan: 'op',
  patchPage: 'od',
  patchRules: 'op',
  patchPlan: 'op',
  addAsset: 'odp',
  changeAsset: 'odp',
  removeAsset: 'odp',
  putSymbol: 'od',
  removeSymbol: 'od',
  takeArt: 'odp',
  editAsset: 'odp',
  previewAsset: 'odp',
  getWebhook: 'o',
  setWebhook: 'o',
  removeWebhook: 'o',
  listAudit: 'op',
  verifyAudit: 'o',
  createRelease: 'op',
  cancelRelease: 'op',
  rollBack: 'op',
  takeOffline: 'op',
  bringOnline: 'op',
  createPreview: 'odp',
  endPreviews: 'odp',
  findVisitor: 'op',
  setActivitySecret: 'o',
  readJournal: 'op',
  listAwards: 'op',
  exportAnswers: 'op',
  exportAwards: 'op',
  moveAward: 'op',
  addCodes: 'op',
}

const letters: { readonly [role in Role]: string } = { owner: 'o', designer: 'd', operator: 'p', viewer: 'v' }
const guarded = slices.filter(({ who }) => typeof who !== 'string')
const closed = slices.filter((route) => isManagement(route) && route.who === 'anyone').map(({ operationId }) => operationId)

function request({ method, path, body }: Route): { path: string; method: string; body?: object } {
  return { path: path.replace(/:[a-z]+/gi, 'nothing'), method, ...(body ? { body: {} } : {}) }
}

describe('access', () => {
  it('has an operation id for every route, and each only once', () => {
    const ids = slices.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is open without a session to these management routes only', () => {
    expect(closed.sort()).toEqual(['getPageSchema', 'getPlanSchema', 'getRulesSchema', 'getSession', 'setUp', 'signIn'])
  })

  it.each(guarded.map((route) => [route.operationId, route] as const))('to %s is denied without a session', async (_, route) => {
    const { path, ...wish } = request(route)
    expect((await test.ask(path, { ...wish, as: 'nobody' })).status).toBe(401)
    expect((await test.ask(path, { ...wish, as: 'nobody', headers: { Authorization: 'Bearer wrong' } })).status).toBe(401)
    expect((await test.ask(path, { ...wish, as: 'nobody', headers: { Cookie: 'festoon-session=wrong' } })).status).toBe(401)
  })

  it.each(guarded.filter(({ operationId }) => operationId !== 'signOut').flatMap((route) => roles.map((role) => [route.operationId, role, route] as const)))(
    'to %s is as written for %s',
    async (operation, role, route) => {
      const allowed = rights[operation] ?? (isUnsafe(route.method) ? '' : 'odpv')
      const { path, ...wish } = request(route)
      const { status } = await test.ask(path, { ...wish, as: role })
      expect(status === 403).toBe(!allowed.includes(letters[role]))
    },
  )
})

describe('a request from another site', () => {
  const unsafe = slices.filter((route) => isUnsafe(route.method))
  const forged: readonly (readonly [string, { readonly [name: string]: string }])[] = [
    ['Sec-Fetch-Site: cross-site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['Sec-Fetch-Site: same-site', { 'Sec-Fetch-Site': 'same-site' }],
    ['Sec-Fetch-Site: none', { 'Sec-Fetch-Site': 'none' }],
    ['a foreign Origin', { 'Sec-Fetch-Site': '', 'Origin': 'https://evil.example' }],
    ['Origin: null', { 'Sec-Fetch-Site': '', 'Origin': 'null' }],
    ['a form’s content type', { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/plain' }],
  ]

  it.each(unsafe.flatMap((route) => forged.map(([name, headers]) => [name, route.operationId, headers, route] as const)))(
    'with %s cannot %s',
    async (_name, _operation, headers, route) => {
      const { path, ...wish } = request(route)
      expect((await test.ask(path, { ...wish, as: 'owner', headers })).status).toBe(403)
    },
  )

  it('that says nothing of where it comes from changes nothing for the team', async () => {
    for (const route of unsafe.filter(isManagement)) {
      const { path, ...wish } = request(route)
      expect([route.operationId, (await test.ask(path, { ...wish, as: 'owner', headers: { 'Sec-Fetch-Site': '' } })).status]).toEqual([route.operationId, 403])
    }
  })

  it('is told apart from this site by its Origin where that is all a browser sends', async () => {
    const answer = await test.ask('/api/activities', {
      method: 'POST',
      as: 'owner',
      body: { name: 'Own' },
      headers: { 'Sec-Fetch-Site': '', 'Origin': 'http://localhost' },
    })
    expect(answer.status).toBe(201)
  })

  it('is never allowed to read an answer', async () => {
    const { headers } = await test.ask('/api/activities', { headers: { Origin: 'https://evil.example' } })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
