import type { Admitted } from '../../schemas/schema'
import type { backgroundProp, borderProp, gradientProp, marginProp, paddingProp, radiusProp, shadowProp } from './boxProps'

export type Gradient = Admitted<typeof gradientProp>
export type Sides = Admitted<typeof paddingProp>
export type Shadow = Admitted<typeof shadowProp>
export type Border = Admitted<typeof borderProp>

/** What a box may look like; whatever is left out is up to the widget's own style. */
export interface Box {
  readonly background?: Admitted<typeof backgroundProp>
  readonly gradient?: Gradient
  readonly padding?: Sides
  readonly margin?: Admitted<typeof marginProp>
  readonly radius?: Admitted<typeof radiusProp>
  readonly shadow?: Shadow
  readonly border?: Border
}

/** The declarations of a box, of what is set only. */
export function boxStyle({ background, gradient, padding, margin, radius, shadow, border }: Box): string[] {
  const ground = [background, gradient && gradientCss(gradient)].filter(Boolean).join(' ')
  return [
    ground && `background:${ground}`,
    ...sidesCss('padding', padding),
    ...sidesCss('margin', margin),
    border && `border:${border.width}px ${border.style ?? 'solid'} ${border.colour}`,
    radius !== undefined && `border-radius:${radius}px`,
    shadow && `box-shadow:${shadowCss(shadow)}`,
  ].filter((each) => typeof each === 'string' && each !== '') as string[]
}

export function gradientCss({ kind, angle = 180, stops }: Gradient): string {
  const row = stops.map(({ colour, at }) => `${colour} ${at}%`).join(',')
  return kind === 'radial' ? `radial-gradient(circle,${row})` : `linear-gradient(${angle}deg,${row})`
}

const named: { readonly [name in Extract<Shadow, string>]: string } = {
  none: 'none',
  soft: '0 1px 6px rgba(0,0,0,.14)',
  card: 'var(--shadow-card)',
  lifted: '0 12px 32px rgba(0,0,0,.26)',
}

export function shadowCss(shadow: Shadow): string {
  if (typeof shadow === 'string') return named[shadow]
  const { x, y, blur, spread, colour } = shadow
  return `${x}px ${y}px ${blur}px ${spread ? `${spread}px ` : ''}${colour}`
}

const sideNames = ['top', 'right', 'bottom', 'left'] as const

function sidesCss(property: 'padding' | 'margin', sides: Sides | undefined): string[] {
  if (!sides) return []
  const given = sideNames.filter((side) => sides[side] !== undefined)
  if (given.length < 4) return given.map((side) => `${property}-${side}:${sides[side]}px`)
  const [top, right, bottom, left] = sideNames.map((side) => `${sides[side]}px`)
  const row = right !== left ? [top, right, bottom, left] : top !== bottom ? [top, right, bottom] : top !== right ? [top, right] : [top]
  return [`${property}:${row.join(' ')}`]
}
