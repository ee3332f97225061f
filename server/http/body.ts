import { parseJson, type TextLimits } from '../../schemas/limits'
import { Refuse } from '../problem'
import type { AppContext } from './route'

/** A body must arrive whole within this time (ms); uploads have the server's own, longer one. */
const arrivalMs = 10_000

/** U+0000 as JSON writes it. No database of ours can keep it in a text, and nobody needs it. */
const writtenNul = /(?<!\\)(?:\\\\)*\\u0000/

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The request's JSON. Type and announced size are checked before a byte is read; depth and keys before anything is parsed. */
export async function readJson(context: AppContext, limits: TextLimits): Promise<{ text: string; value: unknown }> {
  if (!isJson(context.req.header('content-type'))) throw new Refuse('not-json')
  const text = await readText(context, limits.maxBytes)
  const parsed = parseJson(text, limits)
  if (parsed.ok && writtenNul.test(text)) throw new Refuse('bad-json', { detail: 'The body holds the character U+0000.' })
  if (!parsed.ok) throw new Refuse(parsed.refusal, { detail: parsed.detail })
  return { text, value: parsed.value }
}

/** True where a request announces no body, nor a type for one. */
export function hasNoBody(context: AppContext): boolean {
  const length = context.req.header('content-length')
  return (length === undefined || length === '0') && !context.req.header('transfer-encoding') && !context.req.header('content-type')
}

function isJson(type: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type ?? '')
}

/** The request's body as text. @throws Refuse when it is too large, too slow or not UTF-8. */
export async function readText(context: AppContext, maxBytes: number): Promise<string> {
  const announced = context.req.header('content-length')
  if (announced !== undefined && Number(announced) > maxBytes) throw tooLarge(maxBytes)
  const bytes = await withinTime(announced === undefined ? readOut(context.req.raw, maxBytes) : readAnnounced(context.req.raw, maxBytes))
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Refuse('bad-json', { detail: 'The body is not UTF-8.' })
  }
}

/** A length that was announced is all that node reads of a body, and reading it in one piece costs a fifth of reading it as a stream. */
async function readAnnounced(request: Request, maxBytes: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.byteLength > maxBytes) throw tooLarge(maxBytes)
  return bytes
}

async function readOut({ body }: Request, maxBytes: number): Promise<Uint8Array> {
  return body ? collect(body.getReader(), maxBytes) : new Uint8Array()
}

async function collect(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw tooLarge(maxBytes)
    }
    chunks.push(value)
  }
}

async function withinTime<T>(reading: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refuse('too-slow', { headers: { Connection: 'close' } })), arrivalMs)
  })
  // When time is up first, nobody waits for the reading any more; its own failure must not go unheard.
  reading.catch(() => {})
  try {
    return await Promise.race([reading, late])
  } finally {
    clearTimeout(timer)
  }
}

function tooLarge(maxBytes: number): Refuse {
  return new Refuse('too-large', { detail: `At most ${maxBytes} bytes.` })
}
