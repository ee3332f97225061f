import type { DocumentProblem, Known } from './documentProblem'
import type { PageDocument, PageNode } from './page'
import type { RulesDocument } from './rules'
import { commonStates, excludes, isImpossible, type Parts, type When } from './when'
import type { Bilingual } from './words'

/** What is wrong with the condition under which a node is shown: names that do not exist, and what can never be. */
export function checkWhen(node: PageNode, page: PageDocument, rules: RulesDocument, known: Known): DocumentProblem[] {
  const { when } = node
  if (!when) return []
  const lost: Lost[] = [...lostNames(when, '/when', page, rules, known), ...lostNames(when.not ?? {}, '/when/not', page, rules, known)]
  const problems = lost.map(({ path, message, severity }): DocumentProblem => ({
    document: 'page',
    node: node.id,
    path,
    message,
    severity: severity ?? 'error',
  }))
  return [...problems, ...never(node, page)]
}

interface Lost {
  readonly path: string
  readonly message: Bilingual
  readonly severity?: 'warning'
}

function lostNames(
  { phase = [], segment = [], play = [], variable = [] }: Parts,
  path: string,
  page: PageDocument,
  rules: RulesDocument,
  known: Known,
): Lost[] {
  const phases = rules.schedule.phases.map(({ id }) => id)
  return [
    ...phase
      .filter((id) => !phases.includes(id))
      .map((id) => ({ path: `${path}/phase`, message: { zh: `显示条件里的阶段“${id}”不存在`, en: `It is shown in phase "${id}", which does not exist` } })),
    ...segment
      .filter((id) => !Object.hasOwn(rules.segments ?? {}, id))
      .map((id) => ({
        path: `${path}/segment`,
        message: { zh: `显示条件里的人群“${id}”不存在`, en: `Its condition names the segment "${id}", which does not exist` },
      })),
    ...play.flatMap(({ play: id, is }, i) => lostStates(id, is, `${path}/play/${i}`, rules, known)),
    ...variable.flatMap(({ name, is }, i) => unsetValues(name, is, `${path}/variable/${i}`, page)),
  ]
}

function lostStates(id: string, is: readonly string[], path: string, rules: RulesDocument, { kinds }: Known): Lost[] {
  const play = Object.hasOwn(rules.plays, id) ? rules.plays[id] : undefined
  if (!play) return [{ path, message: { zh: `显示条件里的玩法“${id}”不存在`, en: `Its condition names the play "${id}", which does not exist` } }]
  const kind = kinds[play.kind]
  const told: readonly string[] = [...commonStates, ...Object.keys(kind?.states ?? {})]
  return is
    .filter((state) => kind && !told.includes(state))
    .map((state) => ({
      path: `${path}/is`,
      message: { zh: `玩法“${id}”（${kind!.title.zh}）没有状态“${state}”`, en: `The play "${id}" (${kind!.title.en}) is never in the state "${state}"` },
    }))
}

/** A value that no action of the page gives a variable never comes: the condition waits in vain. */
function unsetValues(name: string, is: readonly unknown[], path: string, page: PageDocument): Lost[] {
  const actions = Object.values(page.nodes).flatMap(({ on }) => Object.values(on ?? {}).flat())
  const given = actions.flatMap((action) => (action.do === 'set' && action.name === name ? [action.value] : []))
  return is
    .filter((value) => !given.includes(value as string | number | boolean))
    .map((value) => ({
      path,
      severity: 'warning' as const,
      message: { zh: `没有动作把变量“${name}”设为“${String(value)}”`, en: `No action sets the variable "${name}" to "${String(value)}"` },
    }))
}

/** A node that its own condition, or together with one around it, keeps out of sight for good. */
function never(node: PageNode, page: PageDocument): DocumentProblem[] {
  const problem = (message: Bilingual): DocumentProblem[] => [{ document: 'page', node: node.id, path: '/when', message, severity: 'warning' }]
  const when = node.when!
  if (isImpossible(when))
    return problem({ zh: '它的显示条件互相矛盾或没有选值，永远不会显示', en: 'Its condition contradicts itself or names no value: it can never be seen' })
  const around = conditionsAround(node, page).find((outer) => excludes(outer, when))
  return around
    ? problem({ zh: '它的显示条件与外层的显示条件矛盾，永远不会显示', en: 'Its condition contradicts that of what it lies in: it can never be seen' })
    : []
}

function conditionsAround({ parent }: PageNode, { nodes }: PageDocument): When[] {
  const found: When[] = []
  const seen = new Set<string>()
  for (let id = parent; id !== null && !seen.has(id); id = nodes[id]?.parent ?? null) {
    seen.add(id)
    const { when } = nodes[id] ?? {}
    if (when) found.push(when)
  }
  return found
}
