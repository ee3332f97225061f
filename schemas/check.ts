import { checkBindings } from './checkBindings'
import { checkPageTree, propsCheck } from './checkPage'
import { checkRulesDocument } from './checkRules'
import { fromSchema, type DocumentName, type DocumentProblem, type Known } from './documentProblem'
import type { PageDocument } from './page'
import type { RulesDocument } from './rules'

export interface Checker {
  /** What stops a draft from being kept: it is not the shape of such a document at all. */
  structure(of: DocumentName, document: unknown): DocumentProblem[]
  /** Everything wrong with a page by itself. */
  page(document: PageDocument): DocumentProblem[]
  /** Everything wrong with rules by themselves. */
  rules(document: RulesDocument): DocumentProblem[]
  /** Everything that a release of the two would have to answer for. */
  release(page: PageDocument, rules: RulesDocument): DocumentProblem[]
}

export function createChecker(known: Known): Checker {
  const structure: Checker['structure'] = (of, document) => fromSchema(of, known.validators[of](document))
  const propsOf = propsCheck(known)
  const page: Checker['page'] = (document) => settle(structure('page', document), () => checkPageTree(document, known, propsOf))
  const rules: Checker['rules'] = (document) => settle(structure('rules', document), () => checkRulesDocument(document, known))
  return {
    structure,
    page,
    rules,
    release(pageDocument, rulesDocument) {
      const found = [...page(pageDocument), ...rules(rulesDocument)]
      return settle(found, () => checkBindings(pageDocument, rulesDocument, known))
    },
  }
}

/** Problems of the deeper look are added only where the shape holds; without it the look would stumble. */
function settle(shape: DocumentProblem[], deeper: () => DocumentProblem[]): DocumentProblem[] {
  const isBroken = shape.some(({ severity, node }) => severity === 'error' && node === undefined)
  return isBroken ? shape : [...shape, ...deeper()]
}
