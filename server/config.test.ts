import { describe, expect, it } from 'vitest'
import { readConfig } from './config'

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      dataDir: './data',
      databaseUrl: null,
      redisUrl: null,
      owner: null,
      apiToken: null,
      publicUrl: null,
      studioUrl: null,
      trustedProxies: 0,
    })
  })

  it('takes what is set', () => {
    const env = {
      PORT: '0',
      FESTOON_DATA: '/srv/festoon',
      FESTOON_DATABASE_URL: 'postgres://a:b@db/festoon',
      FESTOON_REDIS_URL: 'redis://cache',
      FESTOON_OWNER_EMAIL: 'a@b.example',
      FESTOON_OWNER_PASSWORD: 'long enough to be one',
      FESTOON_API_TOKEN: 'sixteen-or-more-characters',
      FESTOON_PUBLIC_URL: 'https://pages.example/',
      FESTOON_STUDIO_URL: 'https://studio.example',
      FESTOON_TRUSTED_PROXIES: '2',
    }
    expect(readConfig(env)).toEqual({
      port: 0,
      dataDir: '/srv/festoon',
      databaseUrl: 'postgres://a:b@db/festoon',
      redisUrl: 'redis://cache',
      owner: { email: 'a@b.example', password: 'long enough to be one' },
      apiToken: 'sixteen-or-more-characters',
      publicUrl: 'https://pages.example',
      studioUrl: 'https://studio.example',
      trustedProxies: 2,
    })
  })

  it('tells every culprit at once, and no password', () => {
    const env = {
      PORT: '80x',
      FESTOON_DATABASE_URL: 'mysql://root:hunter2@db',
      FESTOON_PUBLIC_URL: 'https://a.example/path',
      FESTOON_API_TOKEN: 'short',
      FESTOON_OWNER_EMAIL: 'a@b.example',
    }
    const message = messageOf(() => readConfig(env))
    expect(
      ['PORT', 'FESTOON_DATABASE_URL', 'FESTOON_PUBLIC_URL', 'FESTOON_API_TOKEN', 'FESTOON_OWNER_PASSWORD'].filter((name) => !message.includes(name)),
    ).toEqual([])
    expect(message).not.toContain('hunter2')
  })
})

function messageOf(read: () => unknown): string {
  try {
    return String(read())
  } catch (error) {
    return String(error)
  }
}
