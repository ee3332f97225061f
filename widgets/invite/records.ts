import type { State } from '../../schemas/play'

/** How somebody came: by whom, when, and on which day. A type, not an interface, so that it counts as `Json`. */
export type Bond = {
  readonly by: string
  readonly at: number
  readonly day: string
}

/** The first touch: one fact a friend, whoever sends them another link later. */
export function bondKey(play: string, friend: string): string {
  return `${play}/bond/${friend}`
}

export function bondOf(state: State, play: string, friend: string): Bond | null {
  // Only `bind` writes this key.
  return (state.fact(bondKey(play, friend)) as Bond | undefined) ?? null
}

/** Where an inviter's friends are listed by the time they came: milliseconds with 15 digits sort as text as they do as numbers. */
export function friendsPrefix(play: string, inviter: string): string {
  return `${play}/friend/${inviter}/`
}

export function friendKey(play: string, { by, at }: Bond, friend: string): string {
  return `${friendsPrefix(play, by)}${String(at).padStart(15, '0')}/${friend}`
}

/** Acts that a friend has done towards being counted. */
export function actsKey(play: string, friend: string): string {
  return `${play}/acts/${friend}`
}

/** That a friend counts. */
export function qualifiedKey(play: string, friend: string): string {
  return `${play}/qualified/${friend}`
}

/** Friends who came by an inviter's link, and those of them who count. */
export function broughtKey(play: string, inviter: string): string {
  return `${play}/brought/${inviter}`
}

export function countedKey(play: string, inviter: string): string {
  return `${play}/counted/${inviter}`
}

/** Friends whom an inviter was rewarded for, in all and on one day. */
export function rewardedKey(play: string, inviter: string): string {
  return `${play}/rewarded/${inviter}`
}

export function rewardedOnDayKey(play: string, inviter: string, day: string): string {
  return `${play}/rewarded/${inviter}/${day}`
}

/** That a step was paid to an inviter. */
export function rungKey(play: string, inviter: string, friends: number): string {
  return `${play}/rung/${inviter}/${friends}`
}

/** That somebody took part before anybody invited them. */
export function oldKey(play: string, visitor: string): string {
  return `${play}/old/${visitor}`
}

/** Friends of everybody: who came, and who counts. */
export function allBroughtKey(play: string): string {
  return `${play}/all-brought`
}

export function allCountedKey(play: string): string {
  return `${play}/all-counted`
}
