import { checker } from '../../../document/checker'
import { setAt } from '../../../../schemas/diff'
import type { PageDocument, PageNode } from '../../../../schemas/page'
import type { RulesDocument } from '../../../../schemas/rules'
import { locales, say, type Locale, type Words } from '../../../../schemas/words'
import { canRunOut } from '../../../../widgets/lottery/stock'
import { specs } from '../../../../widgets/specs'
import { lotteryOf } from '../../../rules/lottery/lotteryOf'
import type { Check, Finding } from '../finding'

/** Widgets that have nothing to say, in some language, once their lottery has given away all it has. */
export const soldOut: Check = ({ nodes }, rules, now) => {
  const silent = Object.values(nodes).filter(isSilent)
  // Only sound rules can be asked what they come to.
  if (!silent.length || checker.rules(rules).some(({ severity }) => severity === 'error')) return []
  return silent.filter(({ play }) => play !== undefined && isExhaustible(play, rules, now)).map(findingOf)
}

function isSilent({ type, props }: PageNode): boolean {
  return specs[type]?.props.properties?.['soldOut'] !== undefined && locales.some((locale) => textOf(props, locale) === '')
}

/** What readers of a language are told. */
function textOf(props: PageNode['props'], locale: Locale): string {
  return say(props['soldOut'] as Words | undefined, locale).trim()
}

function isExhaustible(id: string, rules: RulesDocument, now: number): boolean {
  const play = lotteryOf(rules, id)
  return play !== null && canRunOut({ rules, id, play }, now)
}

function findingOf({ id }: PageNode): Finding {
  return {
    subject: 'content',
    severity: 'warning',
    node: id,
    prop: 'soldOut',
    message: { zh: '访客看不到奖品发完的说明', en: 'Visitors are not told that all prizes are gone' },
    fix: { name: { zh: '填上默认的话', en: 'Use the usual words' }, edit: (page) => setAt(page, ['nodes', id, 'props', 'soldOut'], filled(page, id)) },
  }
}

/** The words, with the widget's own where they say nothing. */
function filled({ nodes }: PageDocument, id: string): Words {
  const { type, props } = nodes[id]!
  const own = specs[type]!.defaults
  return Object.fromEntries(locales.map((locale) => [locale, textOf(props, locale) || textOf(own, locale)]))
}
