import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding } from '../serving/negotiate'

const squeezeBrotli = promisify(brotliCompress)
const squeezeGzip = promisify(gzip)

/** A text as it is sent in each encoding, as small as it gets. Off the event loop. */
export async function squeeze(plain: Buffer): Promise<{ readonly [encoding in Encoding]: Buffer }> {
  const [br, gz] = await Promise.all([
    squeezeBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }),
    squeezeGzip(plain, { level: 9 }),
  ])
  return { br, gzip: gz, identity: plain }
}
