import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiToken, distribution, startProduct, type Product } from './product'

/** What the guide has an operator type, in its order: all but how to start, and what asks for an id of the reader's own. */
function typed(): string {
  const guide = readFileSync(new URL('../docs/operating.md', import.meta.url), 'utf8')
  const chapters = guide.split(/^##+ /m).filter((chapter) => !chapter.startsWith('Start'))
  const blocks = chapters.flatMap((chapter) => [...chapter.matchAll(/```sh\n(.*?)```/gs)].map(([, commands]) => commands!))
  return blocks.filter((commands) => !/\/<\w+>/.test(commands)).join('\n')
}

const hasCurl = spawnSync('curl', ['--version']).status === 0

describe.skipIf(!hasCurl)('docs/operating.md', { timeout: 120_000 }, () => {
  let product: Product
  const home = mkdtempSync(join(tmpdir(), 'festoon-operator-'))
  const desk = join(home, 'festoon')

  beforeAll(async () => {
    product = await startProduct({ seed: true })
    mkdirSync(desk)
    symlinkSync(distribution, join(desk, 'dist'))
    writeFileSync(join(desk, 'codes.txt'), 'ONE\nTWO\nONE\n')
  }, 60_000)
  afterAll(async () => {
    await product?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  it('can be typed as it stands there, from the first activity to the backup', async () => {
    const env = { ...process.env, PORT: new URL(product.url).port, FESTOON_DATA: product.dataDir, FESTOON_API_TOKEN: apiToken }
    const { stdout } = await promisify(execFile)('bash', ['-eo', 'pipefail', '-c', typed()], { cwd: desk, env })
    const told = [
      /^0$/m, // No problem before the first release.
      /<title>Spring wheel\n/,
      /^(\{"id":"\w+","seq":1,.*)\n\1$/m, // The same key again: the same receipt.
      /"code":"no-chance-left"/,
      /place: 1/,
      /<title>Another title\nrollback\n-: OK$/m, // The bytes of the first release.
      /^scheduled$/m,
      /^Leo$/m,
      /"sent":2,"waiting":0/,
      /"added":2,"duplicates":1/,
      /spring-wheel: 2 rows, 2 decided again, whole/,
      /new-year: rebuilt/,
      /^manifest\.json$/m,
    ]
    expect(told.filter((line) => !line.test(stdout))).toEqual([])
  })
})
