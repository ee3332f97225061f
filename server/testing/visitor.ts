import type { Mine } from '../../schemas/api/visitor'
import type { TestWorld } from './testWorld'

/** Somebody with a phone: keeps the cookie that an activity gave them. */
export interface TestVisitor {
  readonly id: string
  readonly cookie: string
  me(): Promise<Mine>
  act(play: string, action: string, wish?: { readonly key?: string; readonly input?: unknown; readonly release?: string }): Promise<Response>
}

let keys = 0

/** A new visitor of the activity, with an identity. */
export async function createVisitor({ ask }: Pick<TestWorld, 'ask'>, slug: string): Promise<TestVisitor> {
  const arrived = await ask(`/a/${slug}/me`, { as: 'nobody' })
  const cookie = arrived.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const { visitor } = (await arrived.json()) as Mine
  return {
    id: visitor,
    cookie,
    me: async () => (await (await ask(`/a/${slug}/me`, { as: 'nobody', headers: { Cookie: cookie } })).json()) as Mine,
    act: (play, action, { key = `key-${++keys}`, input = {}, release } = {}) =>
      ask(`/a/${slug}/plays/${play}/${action}`, {
        method: 'POST',
        as: 'nobody',
        headers: { 'Cookie': cookie, 'Idempotency-Key': key },
        body: { input, ...(release === undefined ? {} : { release }) },
      }),
  }
}
