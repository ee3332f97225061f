import type { Locale } from '../../schemas/words'
import type { DocumentName } from '../../schemas/documentProblem'
import { anyTree } from './dialects/anyTree'
import { dooring } from './dialects/dooring'
import { grapesJs } from './dialects/grapesJs'
import { lotteryCreater } from './dialects/lotteryCreater'
import { puck } from './dialects/puck'
import { lubanH5, shida } from './dialects/slides'
import { tmagic } from './dialects/tmagic'
import { drawPage, type DrawnPage } from './drawPage'
import { readOwn } from './readOwn'
import type { Dialect } from './part'

/** In the order that they are asked; the last one takes whatever looks like a tree. One line a system. */
const dialects: readonly Dialect[] = [tmagic, lubanH5, shida, lotteryCreater, dooring, grapesJs, puck, anyTree]

/** Most pages that one file brings. */
const mostPages = 50

export interface Foreign {
  readonly system: string
  readonly title: string
  readonly pages: readonly DrawnPage[]
  /** Documents that come along unchanged, from a file of this system's own. */
  readonly others: { readonly [of in Exclude<DocumentName, 'page'>]?: unknown }
}

/** The pages of a file from another system; null when it is of no kind that anyone here knows. */
export function readForeign(value: unknown, locale: Locale): Foreign | null {
  const own = readOwn(value)
  if (own) return own
  const dialect = dialects.find((one) => one.recognises(value))
  if (!dialect) return null
  const pages = dialect.read(value).slice(0, mostPages)
  return { system: dialect.id, title: dialect.title, pages: pages.map((page) => drawPage(page, locale)), others: {} }
}
