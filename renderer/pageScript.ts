import { islands, kit, parts, views } from 'virtual:festoon-phone'
import type { Boot, BootNode } from './boot'
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

/** Script, in characters, that goes into the page itself: 6 kB in brotli, at the 0.36 that minified views and kit come to. */
export const inlineLimit = 16_500

function fileOf(body: string): PageFile {
  return { name: `${hex(sha256(body)).slice(0, 16)}.js`, body }
}

/** Values as script text that can stand inside a `<script>`. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029')
}

/** Code as it may stand inside a `<script>`: no text in it can end the tag. */
function fenced(code: string): string {
  return code.replace(/<(\/script|!--)/gi, '\\x3c$1')
}

/** What a page's taps and views ask of the kit beyond its core. A name found in a view's code may be a chance likeness: then a part comes that nobody calls. */
function partsFor(boot: Boot, code: string, has: { readonly overlays: boolean; readonly files: boolean }): string[] {
  const deeds = Object.values(boot.nodes).flatMap(({ tap }) => tap?.map((action) => action.do) ?? [])
  const says = (pattern: RegExp): boolean => pattern.test(code)
  const runs = deeds.length > 0 || says(/\brun\b/)
  const wanted: { readonly [part: string]: boolean } = {
    notice: says(/F\.(notice|isOpen)\b/),
    actions: runs,
    overlay: has.overlays || deeds.includes('open') || deeds.includes('close'),
    share: says(/\.share\(|\bshare[:,}]/) || deeds.includes('share') || deeds.includes('copy'),
    tick: says(/\bticks:/),
    track: !boot.quiet,
    bring: has.files,
  }
  return Object.keys(wanted).filter((part) => wanted[part])
}

/** Which types' views go into the page: all when they fit, else those of the first nodes, as far as they fit. */
function inlineTypes(types: readonly string[]): Set<string> {
  const inline = new Set<string>()
  let left = inlineLimit - kit.length
  for (const type of types) {
    left -= views[type]?.length ?? 0
    if (left < 0) break
    inline.add(type)
  }
  return inline
}

/**
 * All script of a page. Nodes come in document order. Views beyond the limit become files that the page brings when their
 * node comes near, is tapped, or the phone is idle; a second-tier application always does.
 */
export function pageScript(boot: Boot, filesAt: string, hasOverlays: boolean): PageScript {
  const nodes = Object.entries(boot.nodes)
  const types = [...new Set(nodes.flatMap(([, { type }]) => (type && views[type] !== undefined && islands[type] === undefined ? [type] : [])))]
  const inline = inlineTypes(types)
  const files: { [type: string]: PageFile } = {}
  const placed: { [id: string]: BootNode } = {}
  for (const [id, node] of nodes) placed[id] = place(node, inline, files, filesAt)
  const inlined = [...inline].map((type) => views[type] ?? '')
  const wanted = partsFor(boot, types.map((type) => views[type]).join(''), { overlays: hasOverlays, files: Object.keys(files).length > 0 })
  const code = [kit, ...wanted.map((part) => parts[part] ?? ''), ...inlined].map(fenced).join('\n')
  return {
    text: `(function(){var F={v:{}};${code}\nF.start(${scriptJson({ ...boot, nodes: placed })})})()`,
    files: Object.values(files),
  }
}

function place(node: BootNode, inline: ReadonlySet<string>, files: { [type: string]: PageFile }, filesAt: string): BootNode {
  const { type } = node
  if (!type) return node
  const island = islands[type]
  if (island !== undefined) return { ...node, island: filesAt + (files[type] ??= fileOf(island)).name }
  if (inline.has(type)) return node
  const body = views[type] ?? ''
  return { ...node, src: filesAt + (files[type] ??= fileOf(`export default function(F){${body}}`)).name }
}
