import { Agent, request, type OutgoingHttpHeaders } from 'node:http'

/** Calls a server over connections that stay open, as a phone's browser would. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const asPhone = { 'accept-encoding': 'br', 'accept-language': 'zh-CN' }

export interface Heard {
  readonly status: number
  readonly body: Buffer
  /** Names and values in turn, as they came. */
  readonly headers: readonly string[]
}

export function ask(
  url: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Heard> {
  return new Promise((resolve, reject) => {
    request(url, { agent, method, headers: { ...asPhone, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode!, body: Buffer.concat(chunks), headers: response.rawHeaders }))
    })
      .on('error', reject)
      .end(body)
  })
}

/** CPU that a server's process has used, in seconds, by its own `/metrics`. */
export async function cpuSeconds(url: string): Promise<number> {
  const { body } = await ask(`${url}/metrics`)
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(body.toString())?.[1])
}

export const hangUp = (): void => agent.destroy()
