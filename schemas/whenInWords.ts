import type { Parts, PlayState, When } from './when'
import type { Bilingual } from './words'

export const partNames: { readonly [part in keyof Parts | 'visitor']-?: Bilingual } = {
  phase: { zh: '阶段', en: 'Phase' },
  segment: { zh: '人群', en: 'Segment' },
  channel: { zh: '渠道', en: 'Channel' },
  play: { zh: '玩法', en: 'Play' },
  visitor: { zh: '访客', en: 'Visitor' },
  variable: { zh: '变量', en: 'Variable' },
}

export const stateNames: { readonly [state in PlayState]: Bilingual } = {
  'not-started': { zh: '未开始', en: 'not started' },
  'running': { zh: '进行中', en: 'running' },
  'ended': { zh: '已结束', en: 'ended' },
  'joined': { zh: '已参与过', en: 'joined' },
  'done-today': { zh: '今日已参与', en: 'done today' },
  'no-chances': { zh: '没有次数了', en: 'out of chances' },
  'sold-out': { zh: '已发完', en: 'sold out' },
  'won': { zh: '已中奖', en: 'won' },
}

export const visitorNames = {
  new: { zh: '今日首次来访', en: 'first came today' },
  returning: { zh: '以前来过', en: 'came before today' },
} as const satisfies { readonly [visitor: string]: Bilingual }

/** What ids are called, where that is known. */
export type NameOf = (part: 'phase' | 'segment' | 'play', id: string) => Bilingual | undefined

/** A condition as lines that all hold, each readable by itself. */
export function linesOf({ not = {}, visitor, ...own }: When, nameOf: NameOf = () => undefined): Bilingual[] {
  const visits = visitor ? [{ zh: `${partNames.visitor.zh}${visitorNames[visitor].zh}`, en: `${partNames.visitor.en} ${visitorNames[visitor].en}` }] : []
  return [...partLines(own, { zh: '为', en: 'is' }, nameOf), ...visits, ...partLines(not, { zh: '不为', en: 'is not' }, nameOf)]
}

/** What a play is said to be is its state: “Lucky draw” is sold out. */
function englishSubject(part: keyof Parts, subject: Bilingual | null): string {
  return [...(part === 'play' ? [] : [partNames[part].en]), ...(subject ? [`“${subject.en}”`] : [])].join(' ')
}

function partLines({ phase, segment, channel, play = [], variable = [] }: Parts, is: Bilingual, nameOf: NameOf): Bilingual[] {
  const plain = (text: string): Bilingual => ({ zh: text, en: text })
  const line = (part: keyof Parts, subject: Bilingual | null, values: readonly Bilingual[]): Bilingual => ({
    zh: `${partNames[part].zh}${subject ? `“${subject.zh}”` : ''}${is.zh}${values.map(({ zh }) => zh).join('或')}`,
    en: `${englishSubject(part, subject)} ${is.en} ${values.map(({ en }) => en).join(' or ')}`,
  })
  return [
    ...(phase
      ? [
          line(
            'phase',
            null,
            phase.map((id) => nameOf('phase', id) ?? plain(id)),
          ),
        ]
      : []),
    ...(segment
      ? [
          line(
            'segment',
            null,
            segment.map((id) => nameOf('segment', id) ?? plain(id)),
          ),
        ]
      : []),
    ...(channel ? [line('channel', null, channel.map(plain))] : []),
    ...play.map(({ play: id, is: states }) =>
      line(
        'play',
        nameOf('play', id) ?? plain(id),
        states.map((state) => stateNames[state]),
      ),
    ),
    ...variable.map(({ name, is: values }) =>
      line(
        'variable',
        plain(name),
        values.map((value) => plain(String(value))),
      ),
    ),
  ]
}
