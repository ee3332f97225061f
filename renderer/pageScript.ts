import { islands, kit, parts, views } from 'virtual:festoon-phone'
import { noticeWords } from '../widgets/notice'
import type { Boot, BootNode } from './boot'
import { fittingTypes } from './firstWindow'
import { viewOf } from './registry'
import { scriptJson } from './scriptJson'
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

/** What the page itself says by way of a part: left out where the part is. */
const wordsOf: { readonly [part: string]: readonly string[] } = {
  share: ['copied', 'linkCopied', 'shareHint'],
  notice: Object.keys(noticeWords).filter((key) => key !== 'retry'),
}

type Texts = { readonly [key: string]: string }

function fileOf(body: string): PageFile {
  return { name: `${hex(sha256(body)).slice(0, 16)}.js`, body }
}

/** What a view's code asks of the kit, by how it asks. A chance likeness brings a part that nobody calls. */
const asking = {
  notice: /F\.(notice|isOpen)\b/,
  clock: /F\.(day|time)Text\b/,
  run: /\brun\b/,
  share: /\.share\(|\bshare[:,}]/,
  won: /\bwon\b[:,}]/,
  tick: /\bticks:/,
} as const
type Asked = keyof typeof asking

/** A view's script as the build made it: its words marked by their keys. Each is looked at once. */
interface Marked {
  /** As it may stand inside a `<script>`: no text in it can end the tag. */
  readonly code: string
  /** The code without any words. */
  readonly bare: string
  /** Keys whose words stand in the code and are asked for in no other way. */
  readonly named: ReadonlySet<string>
  readonly asks: ReadonlySet<Asked>
}

function fenced(code: string): string {
  return code.replace(/<(\/script|!--)/gi, '\\x3c$1')
}

function marked(source: string): Marked {
  const code = fenced(source)
  const keys = Array.from(code.matchAll(/§(\w+)§/g), ([, key]) => key!)
  return {
    code,
    bare: code.replace(/§\w+§/g, ''),
    named: new Set(keys.filter((key) => !new RegExp(`[\`'"]${key}[\`'"]`).test(code))),
    asks: new Set((Object.keys(asking) as Asked[]).filter((ask) => asking[ask].test(code))),
  }
}

const fencedKit = fenced(kit)
const fencedParts = Object.fromEntries(Object.entries(parts).map(([part, code]) => [part, fenced(code)]))
const markedViews = Object.fromEntries(Object.entries(views).map(([type, code]) => [type, marked(code)]))

/** What a page's taps and views ask of the kit beyond its core. */
function partsFor(boot: Boot, types: readonly string[], has: PageTraits & { readonly files: boolean }): string[] {
  const asks = new Set(types.flatMap((type) => [...(markedViews[type]?.asks ?? [])]))
  const deeds = Object.values(boot.nodes).flatMap(({ tap }) => tap?.map((action) => action.do) ?? [])
  const wanted: { readonly [part: string]: boolean } = {
    notice: asks.has('notice'),
    clock: asks.has('clock'),
    actions: deeds.length > 0 || asks.has('run'),
    overlay: has.overlays === true || deeds.includes('open') || deeds.includes('close'),
    toggle: deeds.includes('toggle'),
    set: deeds.includes('set'),
    share: asks.has('share') || deeds.includes('share') || deeds.includes('copy'),
    won: asks.has('won'),
    tick: asks.has('tick'),
    phases: boot.shows !== undefined,
    phaseExits: boot.shows !== undefined && has.phaseExits === true,
    exits: has.exits === true,
    scrollExits: has.scrollExits === true,
    // It listens to those before it.
    conditions: boot.when !== undefined,
    track: !boot.quiet,
    bring: has.files,
  }
  return Object.keys(wanted).filter((part) => wanted[part])
}

/** The page's own words, of those that parts say: only of these parts. */
function wordsFor(boot: Boot, wanted: readonly string[]): Texts {
  const unsaid = Object.keys(wordsOf).flatMap((part) => (wanted.includes(part) ? [] : wordsOf[part]!))
  return Object.fromEntries(Object.entries(boot.words).filter(([key]) => !unsaid.includes(key)))
}

/** A text as it may stand in a string or a template of any quotes. */
function quoted(text: string): string {
  return scriptJson(text).slice(1, -1).replace(/['`$]/g, '\\$&')
}

const spokenCode = new WeakMap<Texts, string>()

/** A view's code with the words in it that it names by their keys. A view's texts are the same record for each page of a language. */
function codeSpeaking(type: string, texts: Texts): string {
  const made =
    spokenCode.get(texts) ?? (markedViews[type]?.code ?? '').replace(/§(\w+)§/g, (mark, key: string) => (texts[key] === undefined ? mark : quoted(texts[key])))
  spokenCode.set(texts, made)
  return made
}

/** A view's script, and the words that it works the key out for, without those that the whole page has. */
function speaking(type: string, texts: Texts = {}, shared: Texts): { code: string; left: Texts } {
  const isLeft = ([key, text]: [string, string]): boolean => !markedViews[type]?.named.has(key) && shared[key] !== text
  return { code: codeSpeaking(type, texts), left: Object.fromEntries(Object.entries(texts).filter(isLeft)) }
}

/** What a page's markup asks of the kit. */
export interface PageTraits {
  readonly overlays?: boolean
  /** Something leaves moving: when it is hidden, when its phases are over, when it is scrolled away. */
  readonly exits?: boolean
  readonly phaseExits?: boolean
  readonly scrollExits?: boolean
}

export interface ScriptWish {
  /** Where files are served, with a slash at its end. */
  readonly filesAt: string
  readonly has: PageTraits
  /** The nodes that lie in something that starts closed. */
  readonly closed: ReadonlySet<string>
  /** What the script may weigh, as `roomFor` says. */
  readonly room: number
}

/** Parts that are asked for by a tap or by a view alone. Where they would serve none that is in the page, they come with what comes later. */
const lateParts: readonly string[] = ['actions', 'overlay', 'toggle', 'share', 'notice', 'clock', 'won', 'exits', 'scrollExits']

/** Which views and parts are in the page, and which come later. */
interface Split {
  readonly inline: readonly string[]
  readonly later: readonly string[]
  /** Types that rest until they are tapped: each comes by itself. */
  readonly resting: readonly string[]
  readonly parts: readonly string[]
  readonly partsLater: readonly string[]
}

function codeOf(wanted: readonly string[]): string[] {
  return wanted.map((part) => fencedParts[part] ?? '')
}

function split(boot: Boot, types: readonly string[], { has, closed, room }: ScriptWish): Split {
  const nodes = Object.entries(boot.nodes)
  const known = types.filter((type) => islands[type] === undefined)
  const resting = known.filter((type) => viewOf(type)?.rests)
  const awake = known.filter((type) => !resting.includes(type))
  const inSight = new Set(nodes.flatMap(([id, { type }]) => (type && !closed.has(id) ? [type] : [])))
  const ordered = [...awake.filter((type) => inSight.has(type)), ...awake.filter((type) => !inSight.has(type))]
  const wanted = partsFor(boot, known, { ...has, files: true })
  const fitting = (parted: readonly string[]): string[] => fittingTypes(ordered, boot, { script: [fencedKit, ...codeOf(parted)].join(''), views, room })

  if (fitting(wanted).length === awake.length) {
    const hasFiles = types.length > awake.length
    return { inline: awake, later: [], resting, parts: wanted.filter((part) => part !== 'bring' || hasFiles), partsLater: [] }
  }
  const early = (inline: readonly string[]): string[] => {
    const served = partsFor({ ...boot, nodes: {} }, inline, { files: true })
    return wanted.filter((part) => served.includes(part) || !lateParts.includes(part))
  }
  const inline = fitting(early([]))
  const here = early(inline)
  const partsLater = wanted.filter((part) => !here.includes(part))
  return {
    inline,
    later: awake.filter((type) => !inline.includes(type)),
    resting,
    parts: partsLater.includes('actions') ? [...here, 'runLater'] : here,
    partsLater,
  }
}

function typesOf({ nodes }: Boot): string[] {
  return [...new Set(Object.values(nodes).flatMap(({ type }) => (type && (views[type] ?? islands[type]) !== undefined ? [type] : [])))]
}

/** The code that a page may come to run, whichever request brings it; without its words. */
export function pageCode(boot: Boot, has: PageTraits): string[] {
  const types = typesOf(boot)
  return [fencedKit, ...codeOf(partsFor(boot, types, { ...has, files: true })), ...types.map((type) => markedViews[type]?.bare ?? '')]
}

/**
 * All script of a page. Nodes come in document order. The views that there is no room for become one file, which the page
 * brings when one of their nodes comes near, is tapped, or the phone is idle; a resting one becomes a file of its own,
 * brought when it is tapped. Such a file takes its words and its nodes' props along, and what their plays say by the rules.
 * A second-tier application is always a file.
 */
export function pageScript(boot: Boot, wish: ScriptWish): PageScript {
  const types = typesOf(boot)
  const { inline, later, resting, parts: here, partsLater } = split(boot, types, wish)
  const words = wordsFor(boot, here)
  const wordsLater = Object.fromEntries(Object.entries(wordsFor(boot, [...here, ...partsLater])).filter(([key]) => words[key] === undefined))
  const spoken = Object.fromEntries(types.map((type) => [type, speaking(type, boot.texts[type], { ...words, ...(later.includes(type) && wordsLater) })]))
  const still = stillOf(boot, (type) => !later.includes(type))

  const files: { [type: string]: PageFile } = {}
  const codeLater = [...codeOf(partsLater), ...later.map((type) => spoken[type]!.code)]
  const stillLater = stillOf(boot, (type, play) => later.includes(type) && still?.[play] === undefined)
  const laterFile = codeLater.length ? fileOf(fileCode(codeLater, later, boot, { spoken, words: wordsLater, still: stillLater })) : undefined
  for (const type of later) files[type] = laterFile!
  for (const type of resting) files[type] = fileOf(fileCode([spoken[type]!.code], [type], boot, { spoken, words: {} }))
  for (const type of types) if (islands[type] !== undefined) files[type] = fileOf(islands[type])

  const record: Boot = {
    ...boot,
    words: words as Boot['words'],
    nodes: Object.fromEntries(Object.entries(boot.nodes).map(([id, node]) => [id, place(node, files, wish.filesAt)])),
    texts: Object.fromEntries(inline.map((type) => [type, spoken[type]!.left])),
    still,
    later: laterFile && wish.filesAt + laterFile.name,
  }
  const code = [fencedKit, ...codeOf(here), ...inline.map((type) => spoken[type]!.code)].join('\n')
  return {
    text: `(function(){var F={v:{}};${code}\nF.start(${scriptJson(record)})})()`,
    // What comes later may be parts alone, of no node's type.
    files: [...new Set([...(laterFile ? [laterFile] : []), ...Object.values(files)])],
  }
}

/** A file's script: parts and views, and what the page's record lacks for the nodes of `types`. */
function fileCode(
  code: readonly string[],
  types: readonly string[],
  boot: Boot,
  { spoken, words, still }: { readonly spoken: { readonly [type: string]: { readonly left: Texts } }; readonly words: Texts; readonly still?: Boot['still'] },
): string {
  const texts = types.map((type) => `b.texts[${scriptJson(type)}]=${scriptJson(spoken[type]!.left)};`)
  // A resting view is not drawn: its acts take props along only where they read them.
  const reads = (type: string): boolean => !viewOf(type)?.rests || /\bprops\b/.test(views[type]!)
  const nodes = Object.entries(boot.nodes).filter(([, { type }]) => type && types.includes(type) && reads(type))
  const props = nodes.map(([id, node]) => `b.nodes[${scriptJson(id)}].props=${scriptJson(node.props)};`)
  const said = Object.keys(words).length ? `Object.assign(b.words,${scriptJson(words)});` : ''
  const known = still ? `b.still=Object.assign(${scriptJson(still)},b.still);` : ''
  return `export default function(F,b){${[...code, ...texts, ...props, said, known].join('')}}`
}

/** What plays say by their rules, of those that nodes of some types show. */
function stillOf({ still = {}, nodes }: Boot, isMeant: (type: string, play: string) => boolean): Boot['still'] {
  const plays = new Set(Object.values(nodes).flatMap(({ type, play }) => (type && play && isMeant(type, play) ? [play] : [])))
  const meant = Object.entries(still).filter(([play]) => plays.has(play))
  return meant.length ? Object.fromEntries(meant) : undefined
}

function place(node: BootNode, files: { readonly [type: string]: PageFile }, filesAt: string): BootNode {
  const file = node.type && files[node.type]
  if (!node.type || !file) return node
  const src = filesAt + file.name
  if (islands[node.type] !== undefined) return { ...node, island: src }
  const { props: _inFile, ...known } = node
  return { ...known, src, rests: viewOf(node.type)?.rests }
}
