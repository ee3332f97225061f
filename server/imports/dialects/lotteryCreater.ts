import type { Dialect, Kind, Part, Tap } from '../part'
import { firstText, recordOf, recordsOf, styleOf, textOf, type Raw, type Style } from '../reading'
import type { ReasonCode } from '../reasons'

/** Sixteen `rem` are the whole width; px are those of a 750 px wide screen, as the templates' own pictures are. */
const designPx = 750

interface Becoming {
  readonly kind: Kind
  readonly lost: readonly ReasonCode[]
}

const becoming: { readonly [type: string]: Becoming } = {
  pic: { kind: 'image', lost: [] },
  dial: { kind: 'wheel', lost: ['own-pictures', 'prizes'] },
  myPrize: { kind: 'prizes', lost: [] },
  luckyList: { kind: 'winners', lost: [] },
  rule: { kind: 'rules', lost: [] },
  text: { kind: 'text', lost: [] },
  share: { kind: 'button', lost: [] },
  toShop: { kind: 'button', lost: ['event'] },
  link: { kind: 'button', lost: [] },
  tasks: { kind: 'box', lost: ['task'] },
  drawTotal: { kind: 'space', lost: ['in-wheel'] },
  order: { kind: 'image', lost: ['task'] },
  praise: { kind: 'image', lost: ['task'] },
  collect: { kind: 'image', lost: ['task'] },
}

/** lottery-creater: one tall picture with modules placed on it, a wheel among them. */
export const lotteryCreater: Dialect = {
  id: 'lottery-creater',
  title: 'lottery-creater',
  recognises(value) {
    const { modules, bg } = recordOf(value)
    return Array.isArray(modules) && typeof bg === 'object'
  },
  read(value) {
    const page = recordOf(value)
    const bg = recordOf(page['bg'])
    const style: Style = { ...styleOf(bg['style']), ...(bg['src'] ? { backgroundImage: textOf(bg['src']) } : {}) }
    const isWide = page['type'] === 'pc'
    const width = isWide ? Number.parseFloat(textOf(style['width'])) || 1200 : designPx
    const height = Number.parseFloat(textOf(style['height']))
    return [
      {
        title: firstText(page['name'], 'lottery-creater'),
        width,
        rem: designPx / 16,
        ...(height > 0 ? { height } : {}),
        isFree: true,
        style,
        parts: recordsOf(page['modules']).map(partOf),
        lost: isWide ? ['responsive'] : [],
      },
    ]
  },
}

function partOf(module: Raw): Part {
  const was = textOf(module['type']) || 'module'
  const data = recordOf(module['data'])
  const known = becoming[was]
  const inside = [...recordsOf(module['children']), ...recordsOf(data['children'])]
  const isBox = known?.kind === 'box'
  return {
    was,
    name: textOf(module['alias']),
    kind: known?.kind ?? null,
    text: firstText(data['text'], data['content'], known?.kind === 'button' ? module['alias'] : ''),
    src: textOf(data['src']),
    style: was === 'dial' ? aroundAll(inside) : { ...styleOf(data['textStyle']), ...styleOf(module['style']) },
    // What stands in a task bar is placed on the page, not in the bar: its buttons come after it.
    children: isBox ? inside.map(partOf) : [],
    ...(was === 'share' ? { taps: [{ do: 'share' }] satisfies readonly Tap[] } : {}),
    lost: known?.lost ?? [],
    raw: module,
  }
}

/** A wheel stands where its disc stood. */
function aroundAll(pieces: readonly Raw[]): Style {
  const disc = pieces.find(({ type }) => type === 'bg') ?? pieces[0]
  return styleOf(disc?.['style'])
}
