import { rootId, type PageDocument, type PageNode } from '../../../../schemas/page'
import { childrenOf } from '../../../../schemas/tree'
import { say, type Words } from '../../../../schemas/words'
import { specs } from '../../../../widgets/specs'
import type { Check, Finding } from '../finding'

/** Widgets that the first screen of a phone is taken to hold. */
const firstFew = 4
/** Characters that a headline may have and still be read in three seconds. */
const longestHeadline = 25

/** What people are promised, in either language. */
const benefitWords =
  /奖|礼|送|赠|免费|优惠|券|红包|福利|福气|减|折|领|赢|得|积分|勋章|徽章|资料|[¥￥]|\d元|\b(win|won|free|gifts?|prizes?|rewards?|coupons?|vouchers?|off|save|earn|get|badges?|points?)\b/i

/** The first screen says what this is, what one gets, and how to take part. */
export const firstScreen: Check = (page) => {
  const first = flat(page, rootId).slice(0, firstFew * 2)
  if (first.length === 0) return []
  const isPoster = first.some(({ type }) => type === 'poster')
  return [...missing(first, isPoster), ...headlines(first, page)]
}

function missing(first: readonly PageNode[], isPoster: boolean): Finding[] {
  const hasHeadline =
    isPoster || first.some(({ type, props }) => type === 'image' || (type === 'text' && (props['level'] === 'display' || props['level'] === 'heading')))
  const hasWay = first.some(
    ({ type, on, props }) =>
      type === 'button' || specs[type]?.shows !== undefined || (on?.['tap']?.length ?? 0) > 0 || (type === 'poster' && Array.isArray(props['steps'])),
  )
  const hasBenefit = first.some((node) => node.type === 'image' || specs[node.type]?.shows === 'lottery' || benefitWords.test(JSON.stringify(node.props)))
  return [
    ...(hasHeadline
      ? []
      : [
          whole({
            zh: '首屏没有主题：放一张海报或一个大标题，让人 3 秒看懂',
            en: 'The first screen has no headline: a poster or a large title tells in three seconds what this is',
          }),
        ]),
    ...(hasBenefit
      ? []
      : [
          whole({
            zh: '首屏没说参加有什么好处：写上奖品、优惠或能得到什么',
            en: 'The first screen does not say what there is to gain: name the prize, the saving or what people get',
          }),
        ]),
    ...(hasWay
      ? []
      : [whole({ zh: '首屏看不出怎么参与：放一个按钮或玩法', en: 'The first screen does not say how to take part: put a button or a game there' })]),
  ]
}

function headlines(first: readonly PageNode[], { locale }: PageDocument): Finding[] {
  return first.flatMap(({ id, type, props }) => {
    const words = type === 'poster' ? props['title'] : type === 'text' && props['level'] === 'display' ? props['text'] : undefined
    const text = say(words as Words | undefined, locale)
    const isLong = Array.from(text).length > (/[a-z]{4}/i.test(text) ? longestHeadline * 2 : longestHeadline)
    return isLong
      ? [
          {
            subject: 'content',
            severity: 'warning',
            node: id,
            prop: type === 'poster' ? 'title' : 'text',
            message: { zh: `主题超过 ${longestHeadline} 个字，3 秒读不完`, en: 'The headline is too long to be read in three seconds' },
          } as const,
        ]
      : []
  })
}

function whole(message: Finding['message']): Finding {
  return { subject: 'content', severity: 'warning', message }
}

/** The first nodes from top to bottom; containers stand for what they hold. */
function flat(page: PageDocument, parent: string): PageNode[] {
  return childrenOf(page.nodes, parent)
    .slice(0, firstFew)
    .filter(({ type, hidden }) => !hidden && !specs[type]?.overlay)
    .flatMap((node) => [node, ...flat(page, node.id)])
}
