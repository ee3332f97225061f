import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes by name. Names are paths such as `assets/9f2c….webp`; what a name holds never changes while it exists. */
export interface Files {
  /** Returns once the bytes would survive a power cut. A name that exists is written over with the same bytes. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** Null: there is no such file. */
  get(name: string): Promise<Buffer | null>
  remove(name: string): Promise<void>
}

/** Files in a folder of this machine. */
export function diskFiles(root: string): Files {
  return {
    async put(name, bytes) {
      const path = pathOf(root, name)
      await mkdir(dirname(path), { recursive: true })
      const temporary = `${path}.${randomUUID()}.part`
      await writeThrough(temporary, bytes)
      await rename(temporary, path)
      await syncFolder(dirname(path))
    },
    get: (name) => readFile(pathOf(root, name)).catch(nullWhenMissing),
    remove: (name) => rm(pathOf(root, name), { force: true }),
  }
}

const safeName = /^[a-zA-Z0-9_-]+(\/[a-zA-Z0-9_-]+)*(\.[a-zA-Z0-9]+)*$/

function pathOf(root: string, name: string): string {
  if (!safeName.test(name)) throw new Error(`"${name}" is not a file name.`)
  return join(root, name)
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function nullWhenMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
