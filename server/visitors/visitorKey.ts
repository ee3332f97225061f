import type { Transaction } from 'kysely'
import type { Tables } from '../store/tables'
import { perWorld } from '../perWorld'
import type { World } from '../world'
import { insertSecret, replaceSecret, selectSecret } from './store'

const keys = perWorld(() => new Map<string, Buffer>())

/** A key of this installation (32 bytes), made on first need and shared by all its nodes. */
export async function keptKey({ store, dice }: Pick<World, 'store' | 'dice'>, name: string): Promise<Buffer> {
  const known = await selectSecret(store.db, name)
  if (known !== undefined) return Buffer.from(known, 'hex')
  const fresh = Buffer.from(dice.bytes(32)).toString('hex')
  await store.write(null, (trx) => insertSecret(trx, { name, value: fresh }))
  // Another node may have been first: what is stored counts.
  const stored = await selectSecret(store.db, name)
  if (!stored) throw new Error(`The secret "${name}" could not be kept.`)
  return Buffer.from(stored, 'hex')
}

async function installationKey(world: World, name: string): Promise<Buffer> {
  const known = keys(world).get(name)
  if (known) return known
  const key = await keptKey(world, name)
  keys(world).set(name, key)
  return key
}

/** Must have run once before `visitorKeyOf`; the server does so when it starts. */
export async function loadVisitorKey(world: World): Promise<Buffer> {
  return installationKey(world, 'visitors')
}

/** The key that visitors' identities are signed with. @throws before `loadVisitorKey` has run. */
export function visitorKeyOf(world: World): Buffer {
  const key = keys(world).get('visitors')
  if (!key) throw new Error('The visitors’ key is not loaded yet.')
  return key
}

const previewsOf = (activity: string): string => `preview/${activity}`

/** The key that an activity's preview links are signed with. */
export async function previewKey(world: World, activity: string): Promise<string> {
  const known = await selectSecret(world.store.db, previewsOf(activity))
  if (known !== undefined) return known
  const value = Buffer.from(world.dice.bytes(32)).toString('hex')
  await world.store.write(null, (trx) => insertSecret(trx, { name: previewsOf(activity), value }))
  return (await selectSecret(world.store.db, previewsOf(activity))) ?? value
}

/** Ends every preview link of an activity. */
export async function renewPreviewKey(world: World, activity: string, record: (trx: Transaction<Tables>) => Promise<void>): Promise<void> {
  const value = Buffer.from(world.dice.bytes(32)).toString('hex')
  await world.store.write(activity, async (trx) => {
    await replaceSecret(trx, { name: previewsOf(activity), value })
    await record(trx)
  })
}

/** The secret that a customer's own backend signs tokens with for one activity; undefined: none was set. */
export async function activitySecret(world: World, activity: string): Promise<string | undefined> {
  return selectSecret(world.store.db, `activity/${activity}`)
}

export async function setActivitySecret(world: World, activity: string, secret: string, record: (trx: Transaction<Tables>) => Promise<void>): Promise<void> {
  await world.store.write(activity, async (trx) => {
    await replaceSecret(trx, { name: `activity/${activity}`, value: secret })
    await record(trx)
  })
}
