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

async function seedActivity(world: World): Promise<void> {
  const found = await world.store.db
    .selectFrom('activities')
    .select(['id', 'name', 'slug', 'state', 'time_created', 'time_updated', 'live_release'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  const activity = found ?? (await createActivity(world, { name: '新年大转盘', slug, template: 'new-year', by: commandLine }, recordAs(world, 'seed')))
  if (activity.live_release !== null) return
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
}

export const seed: Command = {
  name: 'seed',
  usage: '',
  summary: 'Makes a demo activity at /a/new-year and publishes it. Done once; again changes nothing.',
  async run(shell) {
    const world = await shell.open()
    await seedOwner(world, shell)
    await seedActivity(world)
    shell.print(`The demo activity is published at /a/${slug}.`)
    return 0
  },
}
