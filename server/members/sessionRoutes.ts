import { v7 as uuid } from 'uuid'
import { sessionSchema, setUpSchema, signInSchema, type Member, type Session } from '../../schemas/api/management'
import { rateLimitsOf } from '../http/rateLimits'
import { route, type Call, type Route } from '../http/route'
import { Refuse } from '../problem'
import { recordAudit } from '../audit/record'
import type { World } from '../world'
import { readCookie, writeCookie } from './cookies'
import { identify } from './identify'
import { hashPassword, refuseEasyPassword } from './password'
import { absoluteMs, beginSession, hashToken, newToken } from './sessions'
import { refuseWrongToken } from './setUp'
import { checkCredentials } from './signIn'
import { deleteSession, hasMembers, insertDevice, insertMember } from './store'

const yearS = 365 * 24 * 3600

/** Begins a session for a member who has just shown who they are. The session that the browser had before ends. */
async function signedIn(call: Call, member: Member, prepare: Parameters<Call['world']['store']['write']>[1] = async () => {}): Promise<Response> {
  const { world, context } = call
  const token = newToken(world)
  const device = readCookie(world, context, 'device') ?? newToken(world)
  const old = readCookie(world, context, 'session')
  const at = world.clock.now()
  await world.store.write(null, async (trx) => {
    await prepare(trx)
    if (old) await deleteSession(trx, hashToken(old))
    await beginSession(trx, { member: member.id, token, at })
    await insertDevice(trx, { hash: hashToken(device), member: member.id, time_created: at })
    await call.record(trx, { target: `member:${member.email}` })
  })
  const cookies = [writeCookie(world, context, 'session', token, absoluteMs / 1000), writeCookie(world, context, 'device', device, yearS)]
  return call.answer(200, sessionAnswer(world, member, false), { 'Set-Cookie': cookies })
}

function sessionAnswer({ config }: World, member: Member | null, needsSetUp: boolean): Session {
  return { member, needsSetUp, ...(config.publicUrl ? { publicUrl: config.publicUrl } : {}) }
}

/** A failed sign-in is worth a row of its own: nothing else would ever show it. */
function recordFailure({ world, source, requestId }: Call, email: string, reason: string): Promise<void> {
  return world.store.write(null, (trx) =>
    recordAudit(trx, {
      at: world.clock.now(),
      actor: 'anonymous',
      action: 'signInFailed',
      target: `member:${email}`,
      before_hash: null,
      after_hash: null,
      reason,
      source,
      request: requestId,
    }),
  )
}

export const sessionRoutes: readonly Route[] = [
  route(
    {
      method: 'GET',
      path: '/api/session',
      operationId: 'getSession',
      summary: 'Who is signed in, and whether the first owner is still to be made.',
      who: 'anyone',
      answers: { 200: sessionSchema },
    },
    async ({ world, context, answer }) => {
      const member = await identify(world, context)
      return answer(200, sessionAnswer(world, member, !member && !(await hasMembers(world.store.db))))
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/session',
      operationId: 'signIn',
      summary: 'Signs in with e-mail and password; the session is a cookie.',
      who: 'anyone',
      body: signInSchema,
      answers: { 200: sessionSchema },
      refusals: ['wrong-password'],
    },
    async (call) => {
      const { world, context, source, body } = call
      try {
        const member = await checkCredentials(world, { ...body, source, device: readCookie(world, context, 'device') })
        return await signedIn(call, member)
      } catch (error) {
        if (error instanceof Refuse && error.code === 'wrong-password') await recordFailure(call, body.email, error.code)
        throw error
      }
    },
  ),
  route(
    {
      method: 'DELETE',
      path: '/api/session',
      operationId: 'signOut',
      summary: 'Ends the session on the server.',
      who: ['owner', 'designer', 'operator', 'viewer'],
      answers: { 204: null },
    },
    async ({ world, context, member, record, answer }) => {
      const token = readCookie(world, context, 'session')
      await world.store.write(null, async (trx) => {
        if (token) await deleteSession(trx, hashToken(token))
        await record(trx, { target: `member:${member.email}` })
      })
      return answer(204, null, { 'Set-Cookie': writeCookie(world, context, 'session', '', 0) })
    },
  ),
  route(
    {
      method: 'POST',
      path: '/api/setup',
      operationId: 'setUp',
      summary: 'Makes the first owner, with the token printed at start. Works once.',
      who: 'anyone',
      body: setUpSchema,
      answers: { 200: sessionSchema },
      refusals: ['bad-token', 'already-done'],
    },
    async (call) => {
      const {
        world,
        source,
        body: { email, password, name, token },
      } = call
      if (await hasMembers(world.store.db)) throw new Refuse('already-done')
      await rateLimitsOf(world).take('source', source)
      refuseWrongToken(world, token)
      refuseEasyPassword(password, email)
      const member: Member = { id: uuid(), email: email.toLowerCase(), name, role: 'owner' }
      const password_hash = await hashPassword(password)
      return signedIn(call, member, async (trx) => {
        if (await hasMembers(trx)) throw new Refuse('already-done')
        await insertMember(trx, { ...member, password_hash, time_created: world.clock.now() })
      })
    },
  ),
]
