import type { PlayKind } from '../schemas/play'

/** The kinds of play, by name. One line a kind. */
export const playKinds: { readonly [kind: string]: PlayKind } = {
}
