import { onScopeDispose, watch } from 'vue'
import type { RulesDocument } from '../../schemas/rules'
import type { DocumentProblem } from '../../schemas/documentProblem'
import { checker } from '../document/checker'
import { knownAsset, lookUp } from '../assets/known'
import type { Designer } from './designer'
import { checks } from './problems/checks'
import type { Finding } from './problems/finding'
import { heavyPictures, picturesOf } from './problems/heavyPictures'
import { fairOdds } from './problems/rulesFixes'
import { tooHeavy, weigh } from './problems/weigh'

const settleMs = 400
/** The server weighs what it has, so this waits for the save and a rest. */
const weighAfterMs = 2500

/** Looks through page and rules a moment after each edit, when there is nothing better to do. */
export function useProblems({ activity, store, rules, problems, findings, bytes, symbols }: Designer): void {
  let heavy: readonly Finding[] = []
  let light: readonly Finding[] = []
  let weighty: readonly Finding[] = []
  let [soonTimer, laterTimer]: (ReturnType<typeof setTimeout> | undefined)[] = []
  let isGone = false
  const tell = (): void =>
    void (findings.value = [...problems.value.map((one) => asFinding(one, rules.rules.value)), ...symbols.findings.value, ...light, ...weighty, ...heavy])

  function check(): void {
    const [page, now] = [store.document(), Date.now()]
    problems.value = checker.release(page, rules.rules.value)
    light = checks.flatMap((one) => one(page, rules.rules.value, now))
    weighty = heavyPictures(page, knownAsset)
    void weighPictures()
    tell()
  }

  /** What pictures weigh is asked for once each. */
  async function weighPictures(): Promise<void> {
    const known = await lookUp(picturesOf(store.document())).catch(() => null)
    if (isGone || known === null) return
    weighty = heavyPictures(store.document(), knownAsset)
    tell()
  }

  async function weighIn(): Promise<void> {
    const weighed = await weigh(activity).catch(() => null)
    if (isGone || weighed === null) return
    bytes.value = weighed
    heavy = tooHeavy(weighed)
    tell()
  }

  function soon(): void {
    clearTimeout(soonTimer)
    clearTimeout(laterTimer)
    soonTimer = setTimeout(() => whenIdle(check), settleMs)
    laterTimer = setTimeout(() => whenIdle(() => void weighIn()), weighAfterMs)
  }

  const stop = store.onChange(soon)
  watch(rules.rules, soon, { immediate: true })
  watch(symbols.findings, tell)
  onScopeDispose(() => {
    isGone = true
    stop()
    clearTimeout(soonTimer)
    clearTimeout(laterTimer)
  })
}

function asFinding({ document, node, path, message, severity }: DocumentProblem, rules: RulesDocument): Finding {
  const finding = { subject: 'schema', severity, message } as const
  if (document === 'page') {
    const prop = /^\/props\/([^/]+)/.exec(path)?.[1]
    return { ...finding, ...(node === undefined ? {} : { node }), ...(prop === undefined ? {} : { prop }) }
  }
  const rulesFix = fairOdds(rules, path)
  return { ...finding, rulesPath: path, ...(node === undefined ? {} : { node }), ...(rulesFix ? { rulesFix } : {}) }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 2000 })
  else work()
}
