import { describe, expect, it } from 'vitest'
import { prepareFirstOwner, setUpTokenOf } from '../members/setUp'
import { createTestWorld, testPassword } from '../testing/testWorld'
import type { World } from '../world'
import { demoEmail, wayIn } from './wayIn'

/** What a server says that was first started with one owner configured, and is now started with another. */
async function wayInto(first: World['config']['owner'], now: World['config']['owner']): Promise<{ said: string; setUpToken: string }> {
  const test = await createTestWorld({ owner: first })
  const world = { ...test.world, config: { ...test.world.config, owner: now } }
  const said = await wayIn(world)
  await test.close()
  return { said, setUpToken: setUpTokenOf(world) }
}

const mia = { email: 'Mia@team.example', password: testPassword }

describe('the way in', () => {
  it('is the set-up token while nobody owns the server', async () => {
    const { said, setUpToken } = await wayInto(null, null)
    expect(said).toContain(setUpToken)
  })
  it('is the configured owner where the settings still hold', async () => {
    expect((await wayInto(mia, mia)).said).toBe('Sign in as mia@team.example with the password in FESTOON_OWNER_PASSWORD.')
  })
  it('is the owner there is, with no token, where none is configured any more', async () => {
    expect((await wayInto(mia, null)).said).toBe('Sign in as mia@team.example with the password of that account.')
  })
  it.each([
    ['another owner', { email: 'tom@team.example', password: testPassword }],
    ['another password', { ...mia, password: `${testPassword} again` }],
  ])('is the owner there is where %s is configured later', async (_, later) => {
    const { said } = await wayInto(mia, later)
    expect(said).toContain('Sign in as mia@team.example with the password of that account.')
    expect(said).toContain('changed nothing')
  })
  it('is the demo owner, and where its password was shown, after a seed without settings', async () => {
    const test = await createTestWorld({ owner: null })
    await prepareFirstOwner({ ...test.world, config: { ...test.world.config, owner: { email: demoEmail, password: testPassword } } })
    expect(await wayIn(test.world)).toContain(`Sign in as ${demoEmail} with the password that “festoon seed” printed`)
    await test.close()
  })
})
