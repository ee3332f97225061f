import { setToken } from '../../../document/commands/setToken'
import { setAt } from '../../../../schemas/diff'
import { leastContrast, nearestReadable, worstContrast } from '../../../../schemas/contrast'
import type { PageDocument, PageNode } from '../../../../schemas/page'
import type { Rich } from '../../../../schemas/richSchema'
import { mendedToken, themeContrasts, type ThemePair } from '../../../../widgets/themeContrast'
import { tokensOf } from '../../../../widgets/themes'
import { tokenTitles } from '../../tokenTitles'
import type { Check, Finding } from '../finding'

/** Texts that do not read well: pairs of the theme, and texts and buttons with a colour of their own. */
export const contrast: Check = (page) => [...weakPairs(page), ...weakTexts(page), ...weakButtons(page)]

function weakPairs({ theme }: PageDocument): Finding[] {
  return themeContrasts(theme)
    .filter(({ isEnough }) => !isEnough)
    .map(({ front, back, ratio }) => {
      const mended = mendedToken(theme, front)
      const [text, ground] = [tokenTitles[front], tokenTitles[back]]
      return {
        subject: 'access',
        severity: 'warning',
        message: {
          zh: `主题里“${text.zh}”在“${ground.zh}”上的对比度只有 ${ratio?.toFixed(1)}，至少要 4.5`,
          en: `“${text.en}” on “${ground.en}” has a contrast of ${ratio?.toFixed(1)}; text needs 4.5`,
        },
        ...(mended
          ? {
              fix: {
                name: { zh: '换成最接近的可读颜色', en: 'Use the nearest readable colour' },
                edit: (page: PageDocument) => setToken(page, { token: front, value: mended }),
              },
            }
          : {}),
      }
    })
}

/** A text’s own colours, on its own background or that of the container right around it, else on the page’s. */
function weakTexts(page: PageDocument): Finding[] {
  return Object.values(page.nodes)
    .filter(({ type }) => type === 'text')
    .flatMap((node) => {
      const back = groundOf(node, page)
      return back === null ? [] : coloursOf(node).flatMap((one) => weakText(node, one, back))
    })
}

/** A colour, and the property that it is written in. */
interface Coloured {
  readonly colour: string
  readonly prop: 'colour' | 'rich'
  /** px of its letters, where they have a size of their own. */
  readonly size?: number | undefined
}

/** Colours that do not follow the theme: of the whole text, and of runs in any language. */
function coloursOf({ props }: PageNode): readonly Coloured[] {
  const runs = Object.values((props['rich'] ?? {}) as Rich).flatMap((lines) => (lines ?? []).flatMap((line) => line.runs))
  const own = typeof props['colour'] === 'string' ? [{ colour: props['colour'], prop: 'colour' as const }] : []
  const marked = runs.flatMap(({ colour, size }) => (colour ? [{ colour, size, prop: 'rich' as const }] : []))
  const distinct = new Map(marked.map((one) => [`${one.colour}/${one.size}`, one]))
  return [...own, ...distinct.values()].filter(({ colour }) => !colour.startsWith('var('))
}

/** What a text stands on; null: a picture or a gradient, on which nothing can be said. */
function groundOf({ props, parent }: PageNode, { nodes, theme }: PageDocument): string | null {
  const tokens = tokensOf(theme)
  const around = nodes[parent ?? '']
  if (props['gradient'] || around?.props['gradient'] || around?.props['image']) return null
  const card = around?.props['look'] === 'card' ? tokens['color.surface'] : undefined
  return [props['background'], around?.props['background'], card, tokens['color.backdrop']].find((one): one is string => typeof one === 'string') ?? ''
}

/** Buttons that have a colour of their own, of the letters or of the ground; the other one is that of their look. */
function weakButtons(page: PageDocument): Finding[] {
  const tokens = tokensOf(page.theme)
  return Object.values(page.nodes)
    .filter(({ type, props }) => type === 'button' && !props['gradient'])
    .flatMap((node) => {
      const own = { colour: asColour(node.props['colour']), background: asColour(node.props['background']) }
      const look = tokensOfLook[String(node.props['look'] ?? 'primary')]
      const back = own.background ?? (look ? tokens[look.back] : groundOf(node, page))
      const colour = own.colour ?? (look ? tokens[look.front] : undefined)
      const isOwn = own.colour ?? own.background
      if (!isOwn || !back || !colour || colour.startsWith('var(') || back.startsWith('var(')) return []
      return weakText(node, { colour, prop: 'colour' }, back)
    })
}

const tokensOfLook: { readonly [look: string]: ThemePair } = {
  primary: { front: 'color.onPrimary', back: 'color.primary' },
  accent: { front: 'color.onAccent', back: 'color.accent' },
}

function asColour(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** px from which letters are large (WCAG 2.2, 1.4.3: 18 pt). */
const largeFrom = 24

function weakText({ id, props }: PageNode, { colour, prop, size }: Coloured, back: string): Finding[] {
  const ratio = worstContrast(colour, back)
  const isLarge = size === undefined ? props['level'] === 'display' || props['level'] === 'heading' : size >= largeFrom
  const least = isLarge ? leastContrast.large : leastContrast.text
  if (ratio === null || ratio >= least) return []
  const mended = prop === 'colour' ? nearestReadable(colour, back, least) : null
  return [
    {
      subject: 'access',
      severity: 'warning',
      node: id,
      prop,
      message: { zh: `文字对比度只有 ${ratio.toFixed(1)}，至少要 ${least}`, en: `The text has a contrast of ${ratio.toFixed(1)}; it needs ${least}` },
      ...(mended
        ? {
            fix: {
              name: { zh: `改为 ${mended}`, en: `Change to ${mended}` },
              edit: (page: PageDocument) => setAt(page, ['nodes', id, 'props', 'colour'], mended),
            },
          }
        : {}),
    },
  ]
}
