/** All that the outside decides about a server. Read once at start. */
export interface Config {
  /** 0: any free port. */
  readonly port: number
  /** The folder that holds everything this server keeps on disk. */
  readonly dataDir: string
  /** `postgres://…`; null: SQLite in `dataDir`. */
  readonly databaseUrl: string | null
  /** `redis://…`; null: limits and hints stay in this process. */
  readonly redisUrl: string | null
  /** The first owner; null: the first visit makes one, with the token that is printed at start. */
  readonly owner: { readonly email: string; readonly password: string } | null
  /** Bearer token with an owner's rights, for scripts. */
  readonly apiToken: string | null
  /** Origin of the visitors' pages, without a slash at its end; null: whatever host was asked. */
  readonly publicUrl: string | null
  /** Origin of the editor, likewise. */
  readonly studioUrl: string | null
  /** How many proxies in front of this server append to `X-Forwarded-For`. */
  readonly trustedProxies: number
}

/** A setting that cannot be used. The message lists every culprit, so that one restart is enough. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

type Environment = { readonly [name: string]: string | undefined }

/** The configuration that the environment describes. @throws ConfigError naming each variable that is wrong, and what it may be. */
export function readConfig(env: Environment): Config {
  const wrong: string[] = []
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T): T => {
    const text = env[name]?.trim()
    if (!text) return otherwise
    try {
      return parse(text)
    } catch (error) {
      wrong.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
      return otherwise
    }
  }
  const config: Config = {
    port: read('PORT', 3000, (text) => wholeNumber(text, 65_535)),
    dataDir: read('FESTOON_DATA', './data', (text) => text),
    databaseUrl: read<string | null>('FESTOON_DATABASE_URL', null, (text) => urlOf(text, ['postgres:', 'postgresql:'])),
    redisUrl: read<string | null>('FESTOON_REDIS_URL', null, (text) => urlOf(text, ['redis:', 'rediss:'])),
    owner: ownerFrom(env, wrong),
    apiToken: read<string | null>('FESTOON_API_TOKEN', null, tokenOf),
    publicUrl: read<string | null>('FESTOON_PUBLIC_URL', null, originOf),
    studioUrl: read<string | null>('FESTOON_STUDIO_URL', null, originOf),
    trustedProxies: read('FESTOON_TRUSTED_PROXIES', 0, (text) => wholeNumber(text, 16)),
  }
  if (wrong.length) throw new ConfigError(`These settings cannot be used:\n${wrong.map((line) => `  ${line}`).join('\n')}`)
  return config
}

function ownerFrom(env: Environment, wrong: string[]): Config['owner'] {
  const email = env['FESTOON_OWNER_EMAIL']?.trim()
  const password = env['FESTOON_OWNER_PASSWORD']
  if (!email && !password) return null
  if (!email || !password) wrong.push('FESTOON_OWNER_EMAIL and FESTOON_OWNER_PASSWORD: set both, or neither.')
  else if (!/^[^\s@]+@[^\s@]+$/.test(email)) wrong.push('FESTOON_OWNER_EMAIL: not an e-mail address.')
  else if (password.length < 12 || password.length > 128) wrong.push('FESTOON_OWNER_PASSWORD: must have 12 to 128 characters.')
  else return { email, password }
  return null
}

function wholeNumber(text: string, max: number): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number > max) throw new Error(`"${text}" is not a whole number from 0 to ${max}.`)
  return number
}

function urlOf(text: string, protocols: readonly string[]): string {
  // The text may hold a password, so the message never repeats it.
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    throw new Error(`must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`)
  return text
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new Error(`"${text}" is not an origin such as https://pages.example.com (no path).`)
  return url.origin
}

function tokenOf(text: string): string {
  if (text.length < 16) throw new Error('must have at least 16 characters.')
  return text
}
