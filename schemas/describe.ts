import { diffDocuments, type Edit } from './diff'
import type { PageDocument, PageNode } from './page'
import type { PlayKind, RuleChange } from './play'
import type { Prize, RulesDocument } from './rules'
import type { WidgetSpec } from './widget'
import { linesOf } from './whenInWords'
import { say, type Bilingual, type Words } from './words'

type Specs = { readonly [type: string]: WidgetSpec }

/** One change of a page in words. */
export interface PageChange {
  readonly node?: string
  readonly text: Bilingual
}

/** What a designer did between two pages, a line a node and a line a page-wide setting. */
export function describePage(before: PageDocument, after: PageDocument, specs: Specs): PageChange[] {
  const ids = [...new Set([...Object.keys(before.nodes), ...Object.keys(after.nodes)])]
  return [
    ...describeSettings(before, after),
    ...ids.flatMap((id) => {
      const text = describeNode(before.nodes[id], after.nodes[id], specs)
      return text ? [{ node: id, text }] : []
    }),
  ]
}

/** What belongs to the page as a whole. */
export const pageSettings: readonly { readonly key: 'title' | 'theme' | 'share' | 'locale'; readonly name: Bilingual }[] = [
  { key: 'title', name: { zh: '页面标题', en: 'page title' } },
  { key: 'theme', name: { zh: '主题', en: 'theme' } },
  { key: 'share', name: { zh: '分享卡片', en: 'share card' } },
  { key: 'locale', name: { zh: '页面语言', en: 'page language' } },
]

function describeSettings(before: PageDocument, after: PageDocument): PageChange[] {
  return pageSettings
    .filter(({ key }) => diffDocuments(before[key], after[key]).length > 0)
    .map(({ name }) => ({ text: { zh: `修改${name.zh}`, en: `Changed the ${name.en}` } }))
}

function describeNode(before: PageNode | undefined, after: PageNode | undefined, specs: Specs): Bilingual | null {
  if (!before) return sentence('新增', 'Added', after!, specs)
  if (!after) return sentence('删除', 'Removed', before, specs)
  const edits = diffDocuments(before, after)
  if (edits.length === 0) return null
  const touched = [...new Set(edits.map(aspectOf))]
  const names = touched.map((aspect) => (aspect === 'when' ? whenChange(after) : aspectName(aspect, specs[after.type])))
  if (touched.every((aspect) => aspect === 'parent' || aspect === 'order')) return sentence('移动', 'Moved', after, specs)
  const { zh, en } = sentence('修改', 'Changed', after, specs)
  return { zh: `${zh}：${names.map((name) => name.zh).join('、')}`, en: `${en}: ${names.map((name) => name.en).join(', ')}` }
}

/** What an edit of a node is about, by its path in the node: a prop, a phase, or the node's own field. */
export function aspectOf({ at }: Pick<Edit, 'at'>): string {
  return at[0] === 'props' && at[1] !== undefined ? `props/${at[1]}` : at[0] === 'byPhase' && at[1] !== undefined ? `byPhase/${at[1]}` : (at[0] ?? '')
}

const fieldNames: { readonly [field: string]: Bilingual } = {
  parent: { zh: '位置', en: 'place' },
  order: { zh: '位置', en: 'place' },
  frame: { zh: '位置与大小', en: 'position and size' },
  when: { zh: '显示条件', en: 'visibility' },
  on: { zh: '点击动作', en: 'tap actions' },
  motion: { zh: '动效', en: 'motion' },
  play: { zh: '绑定的玩法', en: 'play' },
  byPhase: { zh: '按阶段的设置', en: 'settings by phase' },
  name: { zh: '名称', en: 'name' },
  hidden: { zh: '隐藏', en: 'hidden' },
  locked: { zh: '锁定', en: 'locked' },
}

/** A condition as it is now. */
function whenChange({ when }: PageNode): Bilingual {
  const name = fieldNames['when']!
  const lines = when ? linesOf(when) : []
  if (!lines.length) return { zh: `${name.zh}（总是显示）`, en: `${name.en} (always)` }
  return { zh: `${name.zh}（${lines.map(({ zh }) => zh).join('；')}）`, en: `${name.en} (${lines.map(({ en }) => en).join('; ')})` }
}

/** What people call it. */
export function aspectName(aspect: string, spec: WidgetSpec | undefined): Bilingual {
  const prop = aspect.startsWith('props/') ? aspect.slice(6) : null
  if (aspect.startsWith('byPhase/')) return { zh: `“${aspect.slice(8)}”阶段的设置`, en: `settings for the phase “${aspect.slice(8)}”` }
  if (prop === null) return fieldNames[aspect] ?? { zh: aspect, en: aspect }
  return spec?.props.properties?.[prop]?.title ?? { zh: prop, en: prop }
}

function sentence(zh: string, en: string, node: PageNode, specs: Specs): Bilingual {
  const title = specs[node.type]?.title ?? { zh: node.type, en: node.type }
  return node.name ? { zh: `${zh}“${node.name}”`, en: `${en} “${node.name}”` } : { zh: `${zh}“${title.zh}”`, en: `${en} “${title.en}”` }
}

/** What an operator did between two rules documents, with how it treats visitors. */
export function describeRules(before: RulesDocument, after: RulesDocument, kinds: { readonly [kind: string]: PlayKind }): RuleChange[] {
  return [...describeSchedule(before, after), ...describePrizes(before, after), ...describeSegments(before, after), ...describePlays(before, after, kinds)]
}

function describeSchedule({ schedule: before }: RulesDocument, { schedule: after }: RulesDocument): RuleChange[] {
  const changes: RuleChange[] = []
  const say = (kind: RuleChange['class'], zh: string, en: string): void => void changes.push({ class: kind, text: { zh, en } })
  if (before.timeZone !== after.timeZone || before.dayCutoffHour !== after.dayCutoffHour)
    say('breaking', '修改时区或每日切换时间', 'Changed the time zone or the hour at which a day starts')
  const end = Date.parse(after.endsAt) - Date.parse(before.endsAt)
  if (end < 0) say('adverse', '提前结束', 'Ends earlier')
  if (end > 0) say('favourable', '延后结束', 'Ends later')
  if (Date.parse(before.startsAt) !== Date.parse(after.startsAt)) say('neutral', '修改开始时间', 'Changed the start')
  if (diffDocuments(before.phases, after.phases).length) say('neutral', '修改阶段', 'Changed the phases')
  return changes
}

function describePrizes({ prizes: before }: RulesDocument, { prizes: after }: RulesDocument): RuleChange[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return ids.flatMap((id) => describePrize(before[id], after[id]))
}

function describePrize(before: Prize | undefined, after: Prize | undefined): RuleChange[] {
  if (!before) return [named('favourable', '新增奖品', 'Added the prize', after!)]
  if (!after) return [named('adverse', '删除奖品', 'Removed the prize', before)]
  const stock = stockOf(after) - stockOf(before)
  const changes: RuleChange[] = []
  if (stock > 0) changes.push(named('favourable', '增加库存：', 'More stock of', after))
  if (stock < 0) changes.push(named('adverse', '减少库存：', 'Less stock of', after))
  if ((after.faceValue ?? 0) < (before.faceValue ?? 0)) changes.push(named('adverse', '降低面值：', 'Lower face value of', after))
  if (diffDocuments({ ...before, stock: 0, faceValue: 0 }, { ...after, stock: 0, faceValue: 0 }).length)
    changes.push(named('neutral', '修改奖品', 'Changed the prize', after))
  return changes
}

function stockOf({ stock }: Prize): number {
  return stock ?? Number.MAX_SAFE_INTEGER
}

function named(kind: RuleChange['class'], zh: string, en: string, { title }: { readonly title: Words }): RuleChange {
  return { class: kind, text: { zh: `${zh}“${say(title, 'zh-CN')}”`, en: `${en} “${say(title, 'en')}”` } }
}

function describeSegments({ segments: before = {} }: RulesDocument, { segments: after = {} }: RulesDocument): RuleChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [old, now] = [before[id], after[id]]
    if (!old) return [named('neutral', '新增人群', 'Added the segment', now!)]
    if (!now) return [named('neutral', '删除人群', 'Removed the segment', old)]
    return diffDocuments(old, now).length ? [named('neutral', '修改人群', 'Changed the segment', now)] : []
  })
}

function describePlays(before: RulesDocument, after: RulesDocument, kinds: { readonly [kind: string]: PlayKind }): RuleChange[] {
  const ids = [...new Set([...Object.keys(before.plays), ...Object.keys(after.plays)])]
  return ids.flatMap((id) => {
    const old = before.plays[id]
    const now = after.plays[id]
    if (!old) return [named('favourable', '新增玩法', 'Added the play', now!)]
    if (!now) return [named('adverse', '删除玩法', 'Removed the play', old)]
    if (diffDocuments(old, now).length === 0) return []
    const kind = kinds[now.kind]
    if (!kind || old.kind !== now.kind) return [named('breaking', '更换玩法类型：', 'Changed the kind of', now)]
    const told = kind.changes({ rules: before, id, play: old }, { rules: after, id, play: now })
    return told.length ? told : [named('neutral', '修改玩法', 'Changed the play', now)]
  })
}
