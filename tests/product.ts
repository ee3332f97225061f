import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built product: `dist`, or the folder that FESTOON_DIST names. */
export const distribution = process.env['FESTOON_DIST'] ?? join(dirname(fileURLToPath(import.meta.url)), '../dist')
const program = join(distribution, 'server/festoon.js')

export const owner = { email: 'owner@example.com', password: 'a-long-passphrase-for-tests' }
export const apiToken = 'token-for-tests-0123456789abcdef'

/** The built product, running as its operator would run it, on a data folder of its own. */
export interface Product {
  readonly url: string
  readonly dataDir: string
  /** Calls the management API as the owner. @throws with the answer's body when it is not a success. */
  api<T>(method: string, path: string, body?: unknown, headers?: { readonly [name: string]: string }): Promise<T>
  /** Runs another `festoon` command on the same data; gives what it printed. */
  run(...args: readonly string[]): Promise<string>
  stop(): Promise<void>
}

/** Starts the product and waits until it can serve. `seed`: with the demo activity. */
export async function startProduct({ seed = false, env = {} }: { seed?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'festoon-data-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const settings = {
    ...process.env,
    PORT: String(port),
    FESTOON_DATA: dataDir,
    FESTOON_OWNER_EMAIL: owner.email,
    FESTOON_OWNER_PASSWORD: owner.password,
    FESTOON_API_TOKEN: apiToken,
    ...env,
  }
  const run = (...args: readonly string[]): Promise<string> => runProgram(args, settings)
  if (seed) await run('seed')
  const server = spawn(process.execPath, [program, 'serve'], { env: settings, stdio: ['ignore', 'pipe', 'pipe'] })
  await untilReady(url, server)
  return {
    url,
    dataDir,
    run,
    api: (method, path, body, headers) => callApi(url, method, path, body, headers),
    stop: () => stop(server, dataDir),
  }
}

async function callApi<T>(url: string, method: string, path: string, body?: unknown, headers: { readonly [name: string]: string } = {}): Promise<T> {
  const answer = await fetch(url + path, {
    method,
    headers: { Authorization: `Bearer ${apiToken}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
  // The caller names the shape that this route declares.
  return (text ? JSON.parse(text) : null) as T
}

function runProgram(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { env })
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += chunk))
    child.stderr.on('data', (chunk) => (printed += chunk))
    child.on('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`festoon ${args.join(' ')} ended with ${code}:\n${printed}`))))
  })
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let printed = ''
  server.stdout?.on('data', (chunk) => (printed += chunk))
  server.stderr?.on('data', (chunk) => (printed += chunk))
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}:\n${printed}`)
    const isReady = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The server was not ready in 20 s:\n${printed}`)
}

function stop(server: ChildProcess, dataDir: string): Promise<void> {
  return new Promise((resolve) => {
    server.on('close', () => {
      rmSync(dataDir, { recursive: true, force: true })
      resolve()
    })
    server.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
