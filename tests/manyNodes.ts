import type { PageDocument, PageNode } from '../schemas/page'
import { fiveWidgets } from './fiveWidgets'
import { node } from './renderWorld'

const words = ['新年', '好运', '限时', '礼盒', '积分', '抽奖', '红包', '会员', '优惠', '直播', '打卡', '榜单', '福袋', '集卡', '满减', '包邮']

/** A line that no other node says. */
function line(i: number): string {
  return [3, 7, 11, 13].map((step) => words[(i * step + Math.floor(i / step)) % words.length]).join('') + i
}

/** What pages have most of: texts, pictures and buttons that lead somewhere. */
function plainNode(i: number): PageNode {
  const id = `p${String(i).padStart(3, '0')}`
  if (i % 3 === 0) return node('image', id, { src: `asset:${(i * 2654435761).toString(16).padStart(12, '0')}`, alt: line(i) })
  if (i % 3 === 1) return node('text', id, { text: `${line(i)},${line(i + 97)}`, level: i % 2 ? 'body' : 'heading', align: 'center' })
  return node('button', id, { text: line(i), look: 'primary' }, { on: { tap: [{ do: 'go', url: `/more/${line(i)}` }] } })
}

/** The five widgets that limits are measured on, and below them plain nodes until there are `count`. */
export function manyNodes(count: number): PageDocument {
  return fiveWidgets(...Array.from({ length: count - 5 }, (_, i) => plainNode(i)))
}
