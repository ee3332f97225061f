import { bring, islands, kit, views } from 'virtual:festoon-phone'
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

/** Which types' views go into the page: all when they fit, else those of the first nodes, as far as they fit. */
function inlineTypes(types: readonly string[]): Set<string> {
  const sizeOf = (type: string): number => views[type]?.length ?? 0
  let left = inlineLimit - kit.length - bring.length
  const all = types.reduce((sum, type) => sum + sizeOf(type), 0)
  if (all <= left + bring.length) return new Set(types)
  const inline = new Set<string>()
  for (const type of types) {
    left -= sizeOf(type)
    if (left < 0) break
    inline.add(type)
  }
  return inline
}

/**
 * All script of a page. Nodes come in document order. Views beyond the limit become files that the page brings when their
 * node comes near, is tapped, or the phone is idle; a second-tier application always does.
 */
export function pageScript(boot: Boot, filesAt: string): PageScript {
  const nodes = Object.entries(boot.nodes)
  const types = [...new Set(nodes.flatMap(([, { type }]) => (type && views[type] !== undefined ? [type] : [])))]
  const inline = inlineTypes(types)
  const files: { [type: string]: PageFile } = {}
  const placed: { [id: string]: BootNode } = {}
  for (const [id, node] of nodes) placed[id] = place(node, inline, files, filesAt)
  const code = [kit, Object.keys(files).length ? bring : '', ...[...inline].map((type) => views[type] ?? '')].map(fenced).join('\n')
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
