import type { PageDocument } from '../../schemas/page'
import { loseSaves } from '../intercept'
import { apiToken } from '../product'
import { signedIn } from '../studio'
import { choose, type Reach } from './screen'

const field = '.inspector [data-prop="text"] :is(textarea, input, [contenteditable="true"])'

async function write(it: Reach, words: string): Promise<void> {
  await choose('acts')(it)
  await it.tab.locator(field).first().fill(words)
  await it.tab.keyboard.press('Tab')
}

/** Somebody else has the page open and looks at the wheel; until `beside`. */
export async function somebodyElse({ context, product, world, tab }: Reach): Promise<void> {
  const member = { email: 'designer@example.com', password: 'a-long-passphrase-for-tests' }
  const other = await signedIn(context.browser()!, product, {}, member)
  const theirs = await other.newPage()
  await theirs.goto(`${product.url}/studio/activities/${world.rich}/design?node=gift`)
  await tab.locator('[data-peer="gift"]').waitFor({ timeout: 15_000 })
}

export async function beside({ context }: Reach): Promise<void> {
  for (const other of context.browser()!.contexts()) if (other !== context) await other.close()
}

/** The same words are changed here and elsewhere. */
export async function conflict(it: Reach): Promise<void> {
  const { context, product, world, tab } = it
  await context.setOffline(true)
  await write(it, '马上分享')
  const path = `/api/activities/${world.rich}/page`
  const answer = await fetch(product.url + path, { headers: { Authorization: `Bearer ${apiToken}` } })
  // The route declares this document.
  const page = (await answer.json()) as PageDocument
  const acts = page.nodes['acts']!
  const nodes = { ...page.nodes, acts: { ...acts, props: { ...acts.props, text: '邀请好友，一起领取新年好礼' } } }
  await product.api('PUT', path, { ...page, nodes }, { 'If-Match': answer.headers.get('ETag')! })
  await context.setOffline(false)
  await tab.getByRole('dialog').waitFor({ timeout: 15_000 })
}

/** Edits that never reached the server, found by the next tab. */
export async function leftover(it: Reach): Promise<void> {
  const { tab } = it
  const keepSaves = await loseSaves(tab)
  await write(it, '这些字没有保存')
  await tab.keyboard.press('Escape')
  await choose('title')(it)
  await tab.keyboard.press('Delete')
  await tab.locator('[data-save="offline"]').waitFor({ timeout: 10_000 })
  await tab.waitForTimeout(600)
  await tab.reload()
  await keepSaves()
  await tab.getByRole('dialog').waitFor({ timeout: 10_000 })
}
