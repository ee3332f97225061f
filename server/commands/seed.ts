import { randomBytes } from 'node:crypto'
import { createActivity } from '../activities/createActivity'
import { prepareFirstOwner } from '../members/setUp'
import { hasMembers } from '../members/store'
import { release } from '../releases/release'
import type { World } from '../world'
import type { Command, Shell } from './command'
import { commandLine, recordAs } from './recordAs'
import { demoEmail } from './wayIn'

const slug = 'new-year'

/** Where nobody was configured to own this server, a demo owner is made, and the password shown this once. */
async function seedOwner(world: World, { print }: Shell): Promise<void> {
  if (await hasMembers(world.store.db)) return
  const owner = { email: demoEmail, password: randomBytes(12).toString('base64url') }
  await prepareFirstOwner({ ...world, config: { ...world.config, owner } })
  print(`Sign in as ${owner.email} with the password ${owner.password} (shown this once).`)
}

/** Makes and publishes it, unless that was done before. @returns how it is now */
async function seedActivity(world: World): Promise<'live' | 'draft' | 'offline' | 'archived'> {
  const found = await world.store.db
    .selectFrom('activities')
    .select(['id', 'name', 'slug', 'state', 'time_created', 'time_updated', 'live_release', 'time_archived'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (found?.time_archived) return 'archived'
  const activity = found ?? (await createActivity(world, { name: '新年大转盘', slug, template: 'new-year', by: commandLine }, recordAs(world, 'seed')))
  if (activity.live_release !== null) return activity.state
  const wish = {
    note: 'Demo',
    rollout: null,
    startsAt: null,
    overrideAdverse: null,
    request: null,
    by: { id: commandLine, isOwner: true },
    locale: 'en',
  } as const
  await release(world, activity, wish, recordAs(world, 'seed'))
  return 'live'
}

export const seed: Command = {
  name: 'seed',
  usage: '',
  summary: 'Makes a demo activity at /a/new-year and publishes it. Done once; again changes nothing.',
  async run(shell) {
    const world = await shell.open()
    await seedOwner(world, shell)
    const state = await seedActivity(world)
    shell.print(state === 'live' ? `The demo activity is published at /a/${slug}.` : `The demo activity was made before, and is ${state} now.`)
    return 0
  },
}
