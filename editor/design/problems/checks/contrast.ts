import { setToken } from '../../../document/commands/setToken'
import { setAt } from '../../../../schemas/diff'
import { leastContrast, nearestReadable, worstContrast } from '../../../../schemas/contrast'
import type { PageDocument } from '../../../../schemas/page'
import { mendedToken, themeContrasts } from '../../../../widgets/themeContrast'
import { tokensOf } from '../../../../widgets/themes'
import { tokenTitles } from '../../tokenTitles'
import type { Check, Finding } from '../finding'

/** Texts that do not read well: pairs of the theme, and texts with a colour of their own. */
export const contrast: Check = (page) => [...weakPairs(page), ...weakTexts(page)]

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
          zh: `主题里“${text.zh}”在“${ground.zh}”上的对比度只有 ${ratio?.toFixed(1)},至少要 4.5`,
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

/** A text’s own colour, on its own background or that of the container right around it, else on the page’s. */
function weakTexts({ nodes, theme }: PageDocument): Finding[] {
  const tokens = tokensOf(theme)
  return Object.values(nodes).flatMap(({ id, type, props, parent }) => {
    const colour = props['colour']
    if (type !== 'text' || typeof colour !== 'string' || colour.startsWith('var(')) return []
    const around = nodes[parent ?? '']
    if (props['gradient'] || around?.props['gradient'] || around?.props['image']) return []
    const card = around?.props['look'] === 'card' ? tokens['color.surface'] : undefined
    const back = [props['background'], around?.props['background'], card, tokens['color.backdrop']].find((one): one is string => typeof one === 'string')
    const ratio = worstContrast(colour, back ?? '')
    const level = props['level']
    const least = level === 'display' || level === 'heading' ? leastContrast.large : leastContrast.text
    if (ratio === null || ratio >= least) return []
    const mended = nearestReadable(colour, back ?? '', least)
    return [
      {
        subject: 'access',
        severity: 'warning',
        node: id,
        prop: 'colour',
        message: { zh: `文字对比度只有 ${ratio.toFixed(1)},至少要 ${least}`, en: `The text has a contrast of ${ratio.toFixed(1)}; it needs ${least}` },
        ...(mended
          ? {
              fix: {
                name: { zh: `改为 ${mended}`, en: `Change to ${mended}` },
                edit: (page: PageDocument) => setAt(page, ['nodes', id, 'props', 'colour'], mended),
              },
            }
          : {}),
      } as const,
    ]
  })
}
