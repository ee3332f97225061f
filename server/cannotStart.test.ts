import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CannotStart } from './cannotStart'
import { serve } from './http/serve'
import { openStore } from './store/openStore'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'festoon-start-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What somebody is told who starts a server that cannot start. */
async function told(starting: Promise<unknown>): Promise<string> {
  const error: unknown = await starting.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof CannotStart) return error.message
  throw new Error(`Expected a reason for people, not ${String(error)}.`)
}

it('a port that is taken is named, with what to do', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  const { port } = other.address() as AddressInfo
  expect(await told(serve(new Hono(), { port }))).toContain(`Port ${port} is taken`)
  other.close()
})

it('data that cannot be opened is named: a file for a folder, a folder that cannot be made, and what is no database', async () => {
  const file = join(folder, 'file')
  await writeFile(file, '')
  expect(await told(openStore({ dataDir: file }))).toContain(file)
  expect(await told(openStore({ dataDir: join(file, 'deeper') }))).toContain(file)
  expect(await told(openStore({ dataDir: '/proc/festoon/data' }))).toContain('/proc/festoon')
  await writeFile(join(folder, 'festoon.db'), 'certainly no database, and long enough to be read as one '.repeat(40))
  expect(await told(openStore({ dataDir: folder }))).toContain('not a database')
})

it('a database that is out of reach is told without its password', async () => {
  const text = await told(openStore({ dataDir: '', databaseUrl: 'postgres://mia:secret-word@127.0.0.1:1/festoon' }))
  expect(text).toContain('ECONNREFUSED')
  expect(text).not.toContain('secret-word')
})
