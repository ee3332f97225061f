import type { Json } from '../../schemas/play'
import { Refuse } from '../problem'
import { bindToken, readToken, visitorOfSubject } from '../visitors/exchange'
import type { World } from '../world'

/** What a customer's backend says that one of its users did. */
export interface BackendWish {
  readonly visitor: string
  readonly input: Json
}

/**
 * Reads an act that the customer's own server signed: a JWT whose claims name the user (`sub`), the play, the action and
 * the input. @throws Refuse `bad-token`, also when it was signed for another act or used under another key.
 */
export async function backendWish(
  world: World,
  activity: string,
  { token, play, action, key }: { token: string; play: string; action: string; key: string },
): Promise<BackendWish> {
  const claims = await readToken(world, activity, token)
  if (claims['play'] !== play || claims['action'] !== action)
    throw new Refuse('bad-token', { detail: { zh: '这个令牌是给别的动作签的。', en: 'This token was signed for another act.' } })
  await bindToken(world, activity, { token, claims, key })
  // It came out of JSON.parse.
  return { visitor: visitorOfSubject(world, activity, claims.sub), input: (claims['input'] ?? {}) as Json }
}
