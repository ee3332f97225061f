import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { readConfig } from '../config'
import { openSqlite, type SqliteDatabase } from '../store/sqliteDriver'
import { UsageError, word, type Command } from './command'

const databaseName = 'festoon.db'

function dataDir(): string {
  const config = readConfig(process.env)
  if (config.databaseUrl) throw new UsageError('This data is in PostgreSQL: use pg_dump and pg_restore, and copy the folder FESTOON_DATA/files beside it.')
  return resolve(config.dataDir)
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
}

/**
 * One file with everything: a database as it was at one moment, and the stored files in a table of their own. Files are
 * written before the rows that name them and never change, so those copied afterwards hold all that the moment needs.
 */
export const backup: Command = {
  name: 'backup',
  usage: '<file>',
  mostWords: 1,
  summary: 'Copies all data into one file, consistently, while the server runs.',
  async run(shell) {
    const to = resolve(word(shell, 0, 'file to write'))
    const from = dataDir()
    if (!existsSync(join(from, databaseName))) throw new UsageError(`There is no data in ${from}.`)
    if (existsSync(to)) throw new UsageError(`${to} exists already. Choose another name.`)
    const part = `${to}.part`
    await rm(part, { force: true })
    const source = await openSqlite(join(from, databaseName))
    source.prepare('vacuum into ?').run(part)
    source.close()
    const copy = await openSqlite(part)
    copy.exec('create table backup_files (name text primary key, bytes blob not null)')
    copy.exec('begin')
    const names = await filesBelow(join(from, 'files'))
    for (const name of names) copy.prepare('insert into backup_files (name, bytes) values (?, ?)').run(name, await readFile(join(from, 'files', name)))
    copy.exec('commit')
    copy.close()
    // It holds the keys of cookies and codes, and what visitors told of themselves.
    await chmod(part, 0o600)
    await rename(part, to)
    shell.print(`${to}: the database and ${names.length} files`)
    return 0
  },
}

const safeName = /^[a-zA-Z0-9_-]+(\/[a-zA-Z0-9_-]+)*(\.[a-zA-Z0-9]+)*$/

export const restore: Command = {
  name: 'restore',
  usage: '<file>',
  mostWords: 1,
  summary: 'Puts a backup into an empty FESTOON_DATA. The server must not be running.',
  async run(shell) {
    const from = resolve(word(shell, 0, 'file to restore'))
    const to = dataDir()
    if (!existsSync(from)) throw new UsageError(`There is no file ${from}.`)
    if (existsSync(join(to, databaseName))) throw new UsageError(`${to} holds data already. Move it away, or set FESTOON_DATA to an empty folder.`)
    await mkdir(to, { recursive: true, mode: 0o700 })
    const part = join(to, `${databaseName}.part`)
    try {
      // A backup may be larger than memory, and kept read-only: it is streamed, and the copy has a mode of its own.
      await pipeline(createReadStream(from), createWriteStream(part))
      const count = await unpack(part, join(to, 'files'))
      await rename(part, join(to, databaseName))
      shell.print(`${to}: the database and ${count} files`)
      return 0
    } finally {
      await rm(part, { force: true })
    }
  },
}

/** Takes the files out of a restored database; nothing is written unless all of it is sound. @throws UsageError when it is damaged, or no backup */
async function unpack(path: string, folder: string): Promise<number> {
  let database: SqliteDatabase | undefined
  try {
    database = await openSqlite(path)
    const [check] = database.prepare('pragma integrity_check').all() as { integrity_check: string }[]
    if (check?.integrity_check !== 'ok') throw new UsageError('The backup is damaged. Restore an older one.')
    const names = database.prepare('select name from backup_files').all() as { name: string }[]
    const unsafe = names.find(({ name }) => !safeName.test(name))
    if (unsafe) throw new UsageError(`The backup names a file that cannot be: ${unsafe.name}`)
    for (const { name } of names) {
      const [row] = database.prepare('select bytes from backup_files where name = ?').all(name) as { bytes: Uint8Array }[]
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), row!.bytes)
    }
    database.exec('drop table backup_files')
    database.exec('vacuum')
    return names.length
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`This is not a backup made by festoon: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    database?.close()
  }
}
