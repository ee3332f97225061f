import type { Motion } from '../schemas/page'

/** Times in ms of exits that say none: of popups, and of everything else. The style sheets have the same. */
export const exitMs = { overlay: 180, other: 250 }

const curves: { readonly [easing in NonNullable<Motion['easing']>]: string } = {
  'out': 'ease-out',
  'in': 'ease-in',
  'in-out': 'ease-in-out',
  'linear': 'linear',
  'swift': 'cubic-bezier(.16,1,.3,1)',
  'spring': 'cubic-bezier(.34,1.56,.64,1)',
}

/** How a node moves: what its moving element is marked with. */
export interface MotionLook {
  readonly enters: boolean
  readonly leaves: boolean
  readonly names: readonly string[]
  readonly styles: readonly string[]
}

function isSet(choice: string | undefined): boolean {
  return choice !== undefined && choice !== 'none'
}

const still: MotionLook = { enters: false, leaves: false, names: [], styles: [] }

/** The wait is a custom property, so that people who asked for less motion need not wait for content. */
export function motionLook(motion?: Motion, turn = 0): MotionLook {
  return motion ? lookOf(motion, turn) : still
}

function lookOf({ enter, delayMs, durationMs, loop, exit, easing }: Motion, turn: number): MotionLook {
  const [enters, leaves] = [isSet(enter), isSet(exit)]
  return {
    enters,
    leaves,
    names: [
      ...(enters ? [`m-${enter}`] : []),
      ...(enters && delayMs ? ['m-late'] : []),
      ...(isSet(loop) ? [`l-${loop}`] : []),
      ...(leaves ? ['x', `x-${exit}`] : []),
    ],
    styles: [
      ...(enters && delayMs ? [`--late:${delayMs}ms`] : []),
      ...(enters && durationMs ? [`animation-duration:${durationMs}ms`] : []),
      ...((enters || leaves) && easing ? [`animation-timing-function:${curves[easing]}`] : []),
      ...((enters || leaves) && turn ? [`--turn:${turn}deg`] : []),
    ],
  }
}

/** What an element that leaves is marked with: how long that takes, and when it does besides being hidden. */
export function exitMarks(
  { exit, exitMs: ownMs, exitOnScroll }: Motion = {},
  { isOverlay, phases }: { readonly isOverlay: boolean; readonly phases: readonly string[] | undefined },
): { readonly attributes: { readonly [name: string]: string | undefined }; readonly style: string } {
  if (!isSet(exit) && !(isOverlay && exit === undefined)) return { attributes: {}, style: '' }
  const ms = ownMs ?? (isOverlay ? exitMs.overlay : exitMs.other)
  const isSelfMade = isSet(exit) && ms !== exitMs.other
  return {
    attributes: {
      'data-out': String(ms),
      'data-away': exitOnScroll && !isOverlay ? '' : undefined,
      'data-phases': phases?.length ? phases.join(' ') : undefined,
    },
    style: isSelfMade ? `--out:${ms}ms` : '',
  }
}
