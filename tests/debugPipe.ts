import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

type Message = {
  readonly id?: number
  readonly method?: string
  readonly sessionId?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** One tab, spoken to in the DevTools protocol itself, as browsers too old for test libraries need it. */
export interface RawTab {
  /** @throws with the browser's own message */
  send<T>(method: string, params?: object): Promise<T>
  /** Everything that the tab reported, by method. */
  readonly heard: { readonly method: string; readonly params: unknown }[]
  /** The value of an expression in the page. Promises are waited for. */
  evaluate<T>(expression: string): Promise<T>
  close(): Promise<void>
}

interface Program {
  readonly path: string
  readonly args?: readonly string[]
  readonly libraries?: string
}

/** Starts a browser with a fresh profile and opens one empty tab in it. */
export async function openRawTab({ path, args = [], libraries }: Program): Promise<RawTab> {
  const profile = mkdtempSync(join(tmpdir(), 'festoon-browser-'))
  const child = spawn(
    path,
    ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--remote-debugging-pipe', `--user-data-dir=${profile}`, ...args, 'about:blank'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // A group of its own, which is ended as a whole: a renderer left behind would go on writing into the profile.
      detached: true,
      env: { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
    },
  )
  // The pipe's two ends, as `stdio` above asks for them.
  const [, , , into, from] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, (message: Message) => void>()
  const heard: RawTab['heard'] = []
  let rest = ''
  from.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0')
    rest = parts.pop()!
    for (const part of parts) {
      const message = JSON.parse(part) as Message
      if (message.id !== undefined) waiting.get(message.id)?.(message)
      else heard.push({ method: message.method!, params: message.params })
    }
  })
  let last = 0
  function send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    const id = ++last
    into.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((done, fail) => waiting.set(id, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : done(result as T))))
  }
  const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true })
  const tab = <T>(method: string, params?: object): Promise<T> => send<T>(method, params, sessionId)
  return {
    heard,
    send: tab,
    async evaluate<T>(expression: string) {
      const { result, exceptionDetails } = await tab<{ result: { value: T }; exceptionDetails?: { text: string } }>('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression}`)
      return result.value
    },
    async close() {
      const gone = new Promise((done) => child.once('exit', done))
      process.kill(-child.pid!, 'SIGKILL')
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    },
  }
}
