import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'

/** A package that ships a Chromium 79, the oldest browser that published pages serve. */
const source = {
  spec: 'chrome-aws-lambda@2.0.2',
  file: 'chrome-aws-lambda-2.0.2.tgz',
  sha512: 'Aqgq5F93eJARkO+O/wD+2bCCFOVQNfA329sdPNl8ib0gsRjS00bAgTc9f5Mvto7H7yDuBcy0V3xJQZwMvmILUg==',
}
const folder = resolve(import.meta.dirname, '../node_modules/.cache/chromium79')

function unpack(into: string): void {
  execFileSync('npm', ['pack', '--silent', source.spec], { cwd: into, stdio: 'pipe', timeout: 120_000 })
  const packed = readFileSync(join(into, source.file))
  if (createHash('sha512').update(packed).digest('base64') !== source.sha512) throw new Error(`${source.file} is not the file that was pinned.`)
  execFileSync('tar', ['xzf', source.file, 'package/bin'], { cwd: into })
  const read = (name: string): Buffer => brotliDecompressSync(readFileSync(join(into, 'package/bin', name)))
  writeFileSync(join(into, 'chromium'), read('chromium.br'), { mode: 0o755 })
  writeFileSync(join(into, 'libraries.tar'), read('aws.tar.br'))
  execFileSync('tar', ['xf', 'libraries.tar'], { cwd: into })
  for (const name of [source.file, 'package', 'libraries.tar']) rmSync(join(into, name), { recursive: true })
}

/** Where a Chromium 79 is, fetched once and kept beside the packages; or why there is none. */
export function chromium79(): { readonly path: string; readonly libraries: string } | { readonly missing: string } {
  try {
    if (!existsSync(folder)) {
      const fresh = `${folder}-${process.pid}`
      mkdirSync(fresh, { recursive: true })
      try {
        unpack(fresh)
        renameSync(fresh, folder)
      } finally {
        rmSync(fresh, { recursive: true, force: true })
      }
    }
    return { path: join(folder, 'chromium'), libraries: join(folder, 'lib') }
  } catch (error) {
    return { missing: `Chromium 79 could not be had (${String(error).split('\n')[0]}).` }
  }
}
