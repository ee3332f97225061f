import { islands, kit, parts, views } from 'virtual:festoon-phone'
import { noticeWords } from '../widgets/notice'
import type { Boot, BootNode } from './boot'
import { viewOf } from './registry'
import { hex, sha256 } from './sha256'

/** A file that a page brings later, below `/a/<slug>/f/`. Named by the hash of its text. */
export interface PageFile {
  readonly name: string
  readonly body: string
}

export interface PageScript {
  readonly text: string
  readonly files: readonly PageFile[]
}

/**
 * Characters of markup and script that a page may have before views become files: 10.8 kB in brotli, at the 0.36 that they
 * come to. With style (3 kB) and headers that is the first window of a connection (14,600 B): a file would cost a round trip.
 */
export const inlineLimit = 30_000

/** What the page itself says by way of a part: left out where the part is. */
const wordsOf: { readonly [part: string]: readonly string[] } = {
  share: ['copied', 'linkCopied', 'shareHint'],
  notice: Object.keys(noticeWords).filter((key) => key !== 'retry'),
}

type Texts = { readonly [key: string]: string }

function fileOf(body: string): PageFile {
  return { name: `${hex(sha256(body)).slice(0, 16)}.js`, body }
}

/** Values as script text that can stand inside a `<script>`. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029')
}

/** Code as it may stand inside a `<script>`: no text in it can end the tag. */
function fenced(code: string): string {
  return code.replace(/<(\/script|!--)/gi, '\\x3c$1')
}

/** What a page's taps and views ask of the kit beyond its core. A name found in a view's code may be a chance likeness: then a part comes that nobody calls. */
function partsFor(boot: Boot, types: readonly string[], has: { readonly overlays: boolean; readonly files: boolean }): string[] {
  const code = types.map((type) => views[type]).join('')
  const deeds = Object.values(boot.nodes).flatMap(({ tap }) => tap?.map((action) => action.do) ?? [])
  const says = (pattern: RegExp): boolean => pattern.test(code)
  const runs = deeds.length > 0 || says(/\brun\b/)
  const wanted: { readonly [part: string]: boolean } = {
    notice: says(/F\.(notice|isOpen)\b/),
    actions: runs,
    overlay: has.overlays || deeds.includes('open') || deeds.includes('close'),
    toggle: deeds.includes('toggle'),
    set: deeds.includes('set'),
    share: says(/\.share\(|\bshare[:,}]/) || deeds.includes('share') || deeds.includes('copy'),
    tick: says(/\bticks:/),
    phases: boot.shows !== undefined,
    track: !boot.quiet,
    bring: has.files,
  }
  return Object.keys(wanted).filter((part) => wanted[part])
}

/** The page's own words, without those of parts that it does not have. */
function wordsFor(boot: Boot, wanted: readonly string[]): Texts {
  const unsaid = Object.keys(wordsOf).flatMap((part) => (wanted.includes(part) ? [] : wordsOf[part]!))
  return Object.fromEntries(Object.entries(boot.words).filter(([key]) => !unsaid.includes(key)))
}

/** Which types' views go into the page: those of the first nodes, as far as there is room. One that rests until it is tapped never does. */
function inlineTypes(types: readonly string[], room: number): Set<string> {
  const inline = new Set<string>()
  let left = room - kit.length
  for (const type of types) {
    if (viewOf(type)?.rests) continue
    left -= views[type]?.length ?? 0
    if (left < 0) break
    inline.add(type)
  }
  return inline
}

/** A text as it may stand in a string or a template of any quotes. */
function quoted(text: string): string {
  return scriptJson(text).slice(1, -1).replace(/['`$]/g, '\\$&')
}

/** A view's script with the words in it that it names by their keys, and the words that it works the key out for, without those that the whole page has. */
function speaking(type: string, texts: Texts = {}, shared: Texts): { code: string; left: Texts } {
  const marked = views[type] ?? ''
  const code = marked.replace(/§(\w+)§/g, (mark, key: string) => (texts[key] === undefined ? mark : quoted(texts[key])))
  const named = (key: string): boolean => marked.includes(`§${key}§`) && !new RegExp(`[\`'"]${key}[\`'"]`).test(marked)
  return { code, left: Object.fromEntries(Object.entries(texts).filter(([key, text]) => !named(key) && shared[key] !== text)) }
}

export interface ScriptWish {
  /** Where files are served, with a slash at its end. */
  readonly filesAt: string
  readonly hasOverlays: boolean
  /** Characters of the page besides its script. */
  readonly besides: number
}

/**
 * All script of a page. Nodes come in document order. Views beyond the limit become files that the page brings when their
 * node comes near, is tapped, or the phone is idle; resting ones when they are tapped. Such a file brings its words and
 * its nodes' props along. A second-tier application is always a file.
 */
export function pageScript(boot: Boot, { filesAt, hasOverlays, besides }: ScriptWish): PageScript {
  const nodes = Object.entries(boot.nodes)
  const types = [...new Set(nodes.flatMap(([, { type }]) => (type && views[type] !== undefined && islands[type] === undefined ? [type] : [])))]
  const inline = inlineTypes(types, inlineLimit - besides - scriptJson(boot).length)
  const files: { [type: string]: PageFile } = {}
  const texts: { [type: string]: Texts } = {}
  const inlined: string[] = []
  const wanted = partsFor(boot, types, { overlays: hasOverlays, files: nodes.some(([, { type }]) => type && !inline.has(type)) })
  const words = wordsFor(boot, wanted)
  for (const type of types) {
    const { code, left } = speaking(type, boot.texts[type], words)
    const own = nodes.flatMap(([id, { type: of, props }]) => (of === type ? [`b.nodes[${scriptJson(id)}].props=${scriptJson(props)};`] : []))
    if (inline.has(type)) {
      inlined.push(code)
      texts[type] = left
    } else files[type] = fileOf(`export default function(F,b){${code}b.texts[${scriptJson(type)}]=${scriptJson(left)};${own.join('')}}`)
  }
  for (const [, { type }] of nodes) if (type && islands[type] !== undefined) files[type] = fileOf(islands[type])
  const placed = Object.fromEntries(nodes.map(([id, node]) => [id, place(node, inline, files, filesAt)]))
  const code = [kit, ...wanted.map((part) => parts[part] ?? ''), ...inlined].map(fenced).join('\n')
  return {
    text: `(function(){var F={v:{}};${code}\nF.start(${scriptJson({ ...boot, nodes: placed, words, texts })})})()`,
    files: Object.values(files),
  }
}

function place(node: BootNode, inline: ReadonlySet<string>, files: { readonly [type: string]: PageFile }, filesAt: string): BootNode {
  const { type } = node
  if (!type || inline.has(type)) return node
  const src = filesAt + files[type]?.name
  if (islands[type] !== undefined) return { ...node, island: src }
  const { props: _inFile, ...known } = node
  return { ...known, src, rests: viewOf(type)?.rests }
}
