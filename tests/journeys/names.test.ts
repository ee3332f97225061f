import { describe, expect, it } from 'vitest'
import { chromiumPath } from '../browser'
import { createActivity, inStudio, openDesk, type Studio } from '../studio'

/** Turns the letters after it around, and would go on to whatever stands behind the name. */
const turned = 'spring\u{202E}gnp.'

describe.skipIf(!chromiumPath())(
  'a name that turns letters around',
  () => {
    let studio: Studio
    inStudio((opened) => (studio = opened))

    it('keeps to itself in the lists of activities and members, and in the head of its activity', async () => {
      const { product, context } = studio
      const id = await createActivity(product)
      await product.api('PATCH', `/api/activities/${id}`, { name: turned })
      await product.api('POST', '/api/members', { email: 'mia@example.com', password: 'correct horse battery', name: turned, role: 'viewer' })
      const tab = await context.newPage()
      for (const path of ['activities', 'members', `activities/${id}/publish`]) {
        await tab.goto(`${product.url}/studio/${path}`)
        await tab.locator('bdi', { hasText: turned }).first().waitFor()
        const loose = await tab.evaluate((name) => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
          const found: string[] = []
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            const within = text.parentElement
            if (text.nodeValue?.includes(name) && within?.closest('bdi') === null) found.push(within.outerHTML.slice(0, 120))
          }
          return found
        }, turned)
        expect([path.replace(id, '…'), loose]).toEqual([path.replace(id, '…'), []])
      }
      await (await openDesk(context, product, id)).tab.locator('h1 bdi').getByText(turned).waitFor()
    })
  },
  120_000,
)
