import { checkWhen } from './checkWhen'
import type { DocumentProblem, Known } from './documentProblem'
import type { PageDocument, PageNode } from './page'
import type { RulesDocument } from './rules'
import type { Bilingual } from './words'

/** What is wrong between a page and the rules it would be released with. */
export function checkBindings(page: PageDocument, rules: RulesDocument, known: Known): DocumentProblem[] {
  const phases = new Set(rules.schedule.phases.map(({ id }) => id))
  return Object.values(page.nodes).flatMap((node) => [
    ...checkPlay(node, rules, known),
    ...checkActs(node, rules, known),
    ...Object.keys(node.byPhase ?? {})
      .filter((phase) => !phases.has(phase))
      .map((phase) => ({
        ...problem(node, `/byPhase/${phase}`, {
          zh: `阶段“${phase}”不存在，为它单独做的设置会保留但不生效`,
          en: `Its settings for phase "${phase}", which does not exist, are kept without effect`,
        }),
        severity: 'warning' as const,
      })),
    ...checkWhen(node, page, rules, known),
  ])
}

function checkPlay(node: PageNode, rules: RulesDocument, { specs, kinds }: Known): DocumentProblem[] {
  const shows = specs[node.type]?.shows
  if (!shows) return []
  const kindTitle = kinds[shows]?.title ?? { zh: shows, en: shows }
  if (!node.play) return [problem(node, '/play', { zh: `还没有选择要展示的玩法（${kindTitle.zh}）`, en: `No play is chosen for it to show (${kindTitle.en})` })]
  const play = rules.plays[node.play]
  if (!play) return [problem(node, '/play', { zh: `规则里没有玩法“${node.play}”`, en: `The rules have no play "${node.play}"` })]
  return play.kind === shows
    ? []
    : [problem(node, '/play', { zh: `玩法“${node.play}”不是${kindTitle.zh}`, en: `The play "${node.play}" is not of the kind ${kindTitle.en}` })]
}

function checkActs(node: PageNode, rules: RulesDocument, { kinds }: Known): DocumentProblem[] {
  return Object.entries(node.on ?? {}).flatMap(([event, actions]) =>
    actions.flatMap((action, i) => {
      if (action.do !== 'act') return []
      const play = rules.plays[action.play]
      const known = play && kinds[play.kind]?.actions[action.action]
      return known?.by === 'visitor'
        ? []
        : [problem(node, `/on/${event}/${i}`, { zh: '动作指向的玩法或操作不存在', en: 'The action names a play or an act that does not exist' })]
    }),
  )
}

function problem(node: PageNode, path: string, message: Bilingual): DocumentProblem {
  return { document: 'page', node: node.id, path, message, severity: 'error' }
}
