import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

interface Locked {
  readonly dev?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly hasInstallScript?: boolean
  readonly resolved?: string
}

const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8')) as { packages: { readonly [path: string]: Locked } }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const among = (wanted: string, allowed: readonly string[] | undefined): boolean => !allowed || allowed.includes(wanted)
const onLinux = ({ os, cpu, libc }: Locked): boolean => among('linux', os) && among('x64', cpu) && among('glibc', libc)

it('runs the server on at most 60 packages', () => {
  const running = packages.filter(([, one]) => !one.dev && onLinux(one))
  expect(running.length).toBeGreaterThan(20)
  expect(running.length).toBeLessThanOrEqual(60)
})

it('needs no script of a package at installation beyond those that ship what they would build', () => {
  const scripted = packages.filter(([, one]) => one.hasInstallScript && onLinux(one)).map(([path]) => path)
  expect(scripted).toEqual(['node_modules/@photostructure/sqlite', 'node_modules/esbuild'])
})

it('names no registry in the lock file', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
})
