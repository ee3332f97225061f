import type { TextLimits } from '../../schemas/limits'
import { readJson, readText } from '../http/body'
import type { AppContext } from '../http/route'
import { Refuse } from '../problem'
import { maxCodes } from './limits'

/** Any text without control characters and halves of characters. No shop's code is longer. */
const code = /^[^\p{Cc}\p{Cs}]{1,128}$/u

/** A hundred thousand codes of usual length, quoted. */
const bodyLimits: TextLimits = { maxBytes: 8 * 1024 * 1024, maxDepth: 2 }

/** The codes of a request: a JSON list of texts, or text with one code a line. @throws Refuse naming the first line that cannot be a code. */
export async function readCodes(context: AppContext): Promise<string[]> {
  const isText = /^text\/plain\s*(;|$)/i.test(context.req.header('content-type') ?? '')
  const codes = isText ? linesOf(await readText(context, bodyLimits.maxBytes)) : listOf((await readJson(context, bodyLimits)).value)
  if (codes.length > maxCodes)
    throw new Refuse('too-large', {
      detail: { zh: `一次最多 ${maxCodes} 个券码，请分批上传。`, en: `At most ${maxCodes} codes at a time. Send them in parts.` },
    })
  const bad = codes.findIndex((text) => !code.test(text))
  if (bad >= 0)
    throw new Refuse('bad-input', {
      detail: {
        zh: `第 ${bad + 1} 个不是券码：要有 1 到 128 个字符，不含控制字符。`,
        en: `Number ${bad + 1} is no code: 1 to 128 characters, none of them control characters.`,
      },
    })
  return codes
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function listOf(value: unknown): string[] {
  if (!Array.isArray(value) || value.some((each) => typeof each !== 'string'))
    throw new Refuse('bad-input', { detail: { zh: '应为由文本组成的 JSON 列表。', en: 'Send a JSON list of texts.' } })
  return (value as string[]).map((text) => text.trim())
}
