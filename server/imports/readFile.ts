import type { ImportedFile, ImportedPage } from '../../schemas/api/imports'
import type { TextLimits } from '../../schemas/limits'
import { speak, type Locale } from '../../schemas/words'
import { Refuse } from '../problem'
import type { DrawnPage, Line } from './drawPage'
import { readForeign, type Foreign } from './readForeign'
import { reasons } from './reasons'

/** Other systems keep pictures inside their files, and nest deeper than pages here do. */
export const fileLimits: TextLimits = { maxBytes: 8 * 1024 * 1024, maxDepth: 256 }

/** What a file from elsewhere holds. @throws Refuse `bad-input` when nobody here knows its kind */
export function readFile(value: unknown, locale: Locale): Foreign {
  const foreign = readForeign(value, locale)
  if (foreign) return foreign
  const message = speak(
    {
      zh: '认不出这个文件。支持 tmagic-editor、luban-h5、lottery-creater、H5-Dooring、GrapesJS、Puck、Festoon，以及一般的组件树 JSON。',
      en: 'This file is of no kind known here. Known: tmagic-editor, luban-h5, lottery-creater, H5-Dooring, GrapesJS, Puck, Festoon, and plain trees of components.',
    },
    locale,
  )
  throw new Refuse('bad-input', { problems: [{ document: 'body', path: '', message, severity: 'error' }] })
}

/** The file as the API tells of it. */
export function toImportedFile({ system, title, pages }: Foreign, locale: Locale): ImportedFile {
  return { system, title, pages: pages.map((page) => toImportedPage(page, locale)) }
}

function toImportedPage({ title, document, lines }: DrawnPage, locale: Locale): ImportedPage {
  const fates = { kept: 0, changed: 0, placeholder: 0, dropped: 0 }
  for (const { fate } of lines) fates[fate]++
  return { title, nodes: Object.keys(document.nodes).length - 1, fates, lines: lines.map((line) => toLine(line, locale)), document: { ...document } }
}

function toLine({ reasons: codes, ...line }: Line, locale: Locale): ImportedPage['lines'][number] {
  return { ...line, reasons: codes.map((code) => ({ code, text: speak(reasons[code], locale) })) }
}
