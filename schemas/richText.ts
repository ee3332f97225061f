import type { Marks, Rich, RichLine, Run } from './richSchema'
import { locales, type Locale, type Words } from './words'

/** The letters alone; a line of text a line. */
export function plainOf(rich: readonly RichLine[]): string {
  return rich.map(({ runs }) => runs.map(({ text }) => text).join('')).join('\n')
}

/** Plain text as lines without marks. */
export function richOf(text: string): readonly RichLine[] {
  return text.split('\n').map((line) => ({ runs: line ? [{ text: line }] : [] }))
}

/** Whether anything but plain text is written. */
export function isFormatted(rich: readonly RichLine[]): boolean {
  return rich.some(({ list, runs }) => list !== undefined || runs.some((one) => Object.keys(one).length > 1))
}

/** How a text looks to a reader: null where it has no marks. The words decide what it says; marks follow the letters that stayed. */
export function richFor(words: Words, rich: Rich | undefined, locale: Locale): readonly RichLine[] | null {
  const [said, lines] = spoken(words, rich, locale)
  return lines && isFormatted(lines) ? refit(lines, said) : null
}

/** The words of a reader and the marks made for them: those of another language only where its words are read too. */
function spoken(words: Words, rich: Rich = {}, locale: Locale): readonly [string, readonly RichLine[] | undefined] {
  if (typeof words === 'string') return [words, rich[locale] ?? locales.map((one) => rich[one]).find(Boolean)]
  const read = [locale, ...locales].find((one) => words[one] !== undefined)
  return read ? [words[read]!, rich[read]] : ['', undefined]
}

interface Letter {
  readonly char: string
  readonly marks: Marks
}

/** The same look for a text that changed since: what was written in between looks like what stands before it. */
export function refit(rich: readonly RichLine[], text: string): readonly RichLine[] {
  const before = plainOf(rich)
  if (before === text) return rich
  const start = sameStart(before, text)
  const end = sameEnd(before.slice(start), text.slice(start))
  const letters = lettersOf(rich)
  const near = letters[start - 1] ?? letters[start]
  const written = text
    .slice(start, text.length - end)
    .split('')
    .map((char): Letter => ({ char, marks: near?.marks ?? {} }))
  const kept = letters.slice(letters.length - end)
  return linesOf([...letters.slice(0, start), ...(end ? [...written, ...kept] : written)], listsAfter(rich, { start, end, text }))
}

function sameStart(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[count] === b[count]) count++
  return count
}

function sameEnd(a: string, b: string): number {
  let count = 0
  while (count < a.length && count < b.length && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

/** By UTF-16 unit, as offsets count; a line ends with a letter of its own. */
function lettersOf(rich: readonly RichLine[]): readonly Letter[] {
  return rich.flatMap(({ runs }, i) => [
    ...runs.flatMap(({ text, ...marks }) => text.split('').map((char): Letter => ({ char, marks }))),
    ...(i < rich.length - 1 ? [{ char: '\n', marks: {} }] : []),
  ])
}

/** Lines before and after the change keep their kind; those that it wrote follow the one it began in. */
function listsAfter(
  rich: readonly RichLine[],
  { start, end, text }: { readonly start: number; readonly end: number; readonly text: string },
): readonly RichLine['list'][] {
  const breaks = (part: string): number => part.split('\n').length - 1
  const [head, tail] = [breaks(text.slice(0, start)), breaks(text.slice(text.length - end))]
  const written = breaks(text.slice(start, text.length - end))
  const kinds = rich.map(({ list }) => list)
  return [...kinds.slice(0, head + 1), ...Array.from({ length: written }, () => kinds[head]), ...(tail ? kinds.slice(-tail) : [])]
}

function linesOf(letters: readonly Letter[], lists: readonly RichLine['list'][]): readonly RichLine[] {
  const lines: Run[][] = [[]]
  for (const { char, marks } of letters) {
    const runs = lines.at(-1)!
    const last = runs.at(-1)
    if (char === '\n') lines.push([])
    else if (last && looksLike(last, marks)) runs[runs.length - 1] = { ...last, text: last.text + char }
    else runs.push({ text: char, ...marks })
  }
  return lines.map((runs, i) => ({ ...(lists[i] ? { list: lists[i] } : {}), runs }))
}

function looksLike(run: Run, marks: Marks): boolean {
  const ofRun = Object.entries(run).filter(([name]) => name !== 'text')
  return ofRun.length === Object.keys(marks).length && ofRun.every(([name, value]) => marks[name as keyof Marks] === value)
}
