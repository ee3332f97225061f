import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import busboy from 'busboy'
import { Refuse } from '../problem'
import type { AppContext } from '../http/route'
import { plainName } from './plainName'

export interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

export const maxUploadBytes = 10 * 1024 * 1024
/** What boundaries and part headers may add to the file. */
const envelopeBytes = 64 * 1024

/** The one file of a multipart request, read as it streams in and no further than it may be large. @throws Refuse */
export function readUpload(context: AppContext): Promise<Upload> {
  const type = context.req.header('content-type') ?? ''
  if (!/^multipart\/form-data\b/i.test(type)) throw notAForm()
  if (Number(context.req.header('content-length') ?? 0) > maxUploadBytes + envelopeBytes) throw tooLarge()
  const parser = openParser(type)
  // A body that was looked at and left would be waited for, and its connection dropped under the next request.
  const { body } = context.req.raw
  if (!body) throw notAForm()
  // The web and the node types of one and the same stream differ in name only.
  const source = Readable.fromWeb(body as unknown as NodeStream)
  return new Promise<Upload>((resolve, reject) => {
    const fail = (error: unknown): void => {
      source.destroy()
      reject(error)
    }
    let found: Upload | undefined
    parser.on('file', (_field, file, { filename }) => {
      const chunks: Buffer[] = []
      file.on('data', (chunk: Buffer) => chunks.push(chunk))
      file.on('limit', () => fail(tooLarge()))
      // A file that breaks off fails by itself, apart from its form.
      file.on('error', () => fail(malformed()))
      file.on('end', () => (found = { name: nameOf(filename), bytes: Buffer.concat(chunks) }))
    })
    parser.on('error', () => fail(malformed()))
    parser.on('close', () => (found ? resolve(found) : reject(malformed())))
    source.on('error', () => fail(malformed()))
    source.pipe(parser)
  })
}

function openParser(type: string): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 8, fieldSize: 4096, parts: 10, fileSize: maxUploadBytes },
      defParamCharset: 'utf8',
    })
  } catch {
    throw malformed()
  }
}

function nameOf(given: string | undefined): string {
  return plainName((given ?? '').replace(/^.*[\\/]/, ''))
}

function notAForm(): Refuse {
  return new Refuse('unsupported-file', { detail: 'Send one file as multipart/form-data.' })
}

function tooLarge(): Refuse {
  return new Refuse('too-large', { detail: `At most ${maxUploadBytes} bytes.` })
}

function malformed(): Refuse {
  return new Refuse('bad-input', { detail: 'The request holds no whole file.' })
}
