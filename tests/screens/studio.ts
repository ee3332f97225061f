import type { Page } from 'playwright'
import { specs } from '../../widgets/specs'
import { foreignPage } from './foreignPage'
import { beside, conflict, leftover, somebodyElse } from './others'
import { choose, click, press, inTurn, see, showPart, type, type Reach, type Screen } from './screen'
import type { World } from './world'

/** In their order: each may begin where the last one ended. */
export function wholeStudio(world: World): readonly Screen[] {
  return [...around(), ...design(world), ...inspector(world), ...pictures(world), ...rules(world), ...publishing(world)]
}

function around(): readonly Screen[] {
  return [
    { name: 'activities', path: 'activities' },
    { name: 'activity-menu', reach: click('tbody .last button') },
    { name: 'activity-settings', reach: click('[role="menuitem"]') },
    { name: 'account-menu', path: 'activities', reach: click('.top-bar .user') },
    { name: 'no-match', path: 'activities', reach: type('input[type="search"]', 'zzzz') },
    { name: 'activities-failed', path: 'activities', reach: without('**/api/activities') },
    { name: 'new-activity', path: 'activities', reach: inTurn(click('.head .e-button.primary'), ({ tab }) => tab.waitForTimeout(2500)) },
    { name: 'new-activity-chosen', reach: click('[role="dialog"] [role="radio"]:has(b) >> nth=1') },
    { name: 'import', path: 'activities', reach: click('.head .e-button.plain') },
    {
      name: 'import-report',
      reach: ({ tab }) =>
        tab.locator('input[type="file"]').setInputFiles({ name: 'page.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(foreignPage)) }),
    },
    { name: 'members', path: 'members' },
    { name: 'add-member', reach: click('.head .e-button.primary') },
    { name: 'remove-member', path: 'members', reach: click('li:nth-of-type(2) .e-icon-button.danger') },
    { name: 'not-found', path: 'nowhere' },
    { name: 'not-an-activity', path: 'activities/none/design' },
  ]
}

function design({ demo, each, rich, bare }: World): readonly Screen[] {
  const [page, board, own] = [demo, each, rich].map((id) => `activities/${id}/design`)
  return [
    { name: 'design', path: page },
    { name: 'palette-menu', reach: inTurn(press('Alt+1'), ({ tab }) => tab.locator('[data-palette="button"]').click({ button: 'right' })) },
    { name: 'design-selected', reach: inTurn(press('Escape'), choose('wheel')) },
    { name: 'context-menu', reach: ({ tab }) => tab.locator('[data-row="wheel"]').click({ button: 'right' }) },
    { name: 'outline-search', reach: inTurn(press('Escape'), type('.outline input[type="search"]', '按')) },
    { name: 'view-menu', reach: click('.design-bar .zoom') },
    { name: 'history', path: page, reach: inTurn(manySteps, press('Alt+3')) },
    { name: 'problems', reach: press('Alt+4') },
    { name: 'rulers', reach: press('Shift+R', 'Shift+D') },
    { name: 'rulers-off', reach: press('Shift+R', 'Shift+D') },
    { name: 'command', reach: press('Control+k') },
    { name: 'command-found', reach: ({ tab }) => tab.keyboard.type('a') },
    { name: 'command-none', reach: ({ tab }) => tab.keyboard.type('qqqq') },
    { name: 'shortcuts', reach: press('Escape', '?') },
    { name: 'preview', reach: inTurn(press('Escape', 'Control+Enter'), ({ tab }) => tab.waitForTimeout(1500)) },
    { name: 'source', path: page, reach: inTurn(press('Control+e'), see('.monaco-editor .view-line')) },
    { name: 'popup', path: `${page}?node=rules` },
    { name: 'tour', path: page, reach: inTurn(press('Control+k'), ({ tab }) => tab.keyboard.type('tour'), press('Enter')) },
    { name: 'bare', path: `activities/${bare}/design` },
    { name: 'bare-history', reach: press('Alt+3') },
    { name: 'bare-problems', reach: press('Alt+4') },
    { name: 'bare-outline', reach: press('Alt+2') },

    {
      name: 'several',
      path: `${board}?node=one`,
      reach: inTurn(press('Alt+2'), ({ tab }) => tab.locator('[data-row="three"]').click({ modifiers: ['Shift'] })),
    },
    { name: 'turned', reach: click('[data-row="two"]') },
    { name: 'mixed', path: `${own}?node=title`, reach: inTurn(press('Alt+2'), ({ tab }) => tab.locator('[data-row="go"]').click({ modifiers: ['Control'] })) },
    { name: 'distances', path: `${own}?node=go`, reach: inTurn(press('Shift+R'), dragButton) },
    { name: 'distances-off', reach: inTurn(({ tab }) => tab.mouse.up(), press('Shift+R')) },
    { name: 'drag', path: board!, reach: holdOverPage },
    { name: 'dropped', reach: inTurn(press('Escape'), ({ tab }) => tab.mouse.up()) },
    { name: 'name-symbol', path: `${own}?node=styled`, reach: press('Control+Alt+k') },
    { name: 'symbol', reach: inTurn(type('[role="dialog"] input', '活动标题条'), press('Enter'), ({ tab }) => tab.waitForTimeout(1500)) },
    { name: 'symbol-shelf', reach: press('Alt+1') },
    { name: 'symbol-menu', reach: ({ tab }) => tab.locator('.palette [data-symbol], .palette .symbol').first().click({ button: 'right', timeout: 3000 }) },
    { name: 'peers', path: own!, reach: somebodyElse },
    { name: 'peers-gone', path: own!, reach: beside },
    { name: 'conflict', path: own!, reach: conflict },
    { name: 'conflict-merged', reach: click('[role="dialog"] .primary') },
    { name: 'recovery', path: own!, reach: leftover },
    { name: 'recovered', reach: click('[role="dialog"] .primary') },
  ]
}

function inspector({ each, rich }: World): readonly Screen[] {
  const [board, own] = [each, rich].map((id) => `activities/${id}/design`)
  const part = (prop: string, selector: string) => inTurn(showPart(`.inspector [data-prop="${prop}"]`), click(`.inspector [data-prop="${prop}"] ${selector}`))
  return [
    { name: 'gradient', path: own!, reach: inTurn(choose('styled'), part('gradient', '.well')) },
    { name: 'gradient-closed', reach: press('Escape') },
    { name: 'shadow', reach: part('shadow', '.well') },
    { name: 'shadow-kinds', reach: inTurn(press('Escape'), part('shadow', '[role="combobox"]')) },
    { name: 'spacing', reach: inTurn(press('Escape'), showPart('.inspector [data-prop="padding"]')) },
    { name: 'colour', reach: part('background', '.well') },
    { name: 'conditions', reach: inTurn(press('Escape'), showPart('.inspector .conditions'), click('.inspector .conditions li:nth-child(4) .say')) },
    {
      name: 'conditions-add',
      reach: inTurn(showPart('.inspector .conditions ~ .e-button, .inspector .conditions'), click('.inspector .fields:has(.conditions) > .e-button')),
    },
    { name: 'motion', reach: inTurn(press('Escape'), showPart('.inspector .panel-section:last-child')) },
    { name: 'actions', reach: inTurn(choose('acts'), showPart('.inspector .actions'), click('.inspector .actions li:nth-child(3) .say')) },
    { name: 'actions-add', reach: click('.inspector .fields:has(.actions) .e-button') },
    { name: 'play', reach: inTurn(press('Escape'), choose('wheel'), click('.inspector [role="combobox"]')) },
    { name: 'unbound', reach: inTurn(press('Escape'), choose('unbound')) },
    { name: 'unknown', reach: choose('strange') },
    { name: 'rich-problems', reach: press('Alt+4') },
    { name: 'placement', reach: inTurn(choose('gift'), showPart('.inspector .panel-section:first-of-type')) },
    { name: 'select', path: `${board}?node=text`, reach: click('.inspector [role="combobox"]') },
    ...Object.keys(specs)
      .filter((type) => type !== 'page')
      .flatMap((type, i): Screen[] => [
        { name: `panel-${type}`, ...(i ? {} : { path: board }), reach: choose(type) },
        { name: `panel-${type}-lower`, reach: ({ tab }) => tab.locator('.inspector').evaluate((element) => element.scrollTo(0, 760)) },
      ]),
  ]
}

function pictures({ rich }: World): readonly Screen[] {
  const own = `activities/${rich}/design`
  const slot = '.inspector [data-prop="src"]'
  const shelf = (n: number) => inTurn(click(`.library .where button:nth-of-type(${n})`), ({ tab }) => tab.waitForTimeout(800))
  return [
    { name: 'library', path: own, reach: inTurn(choose('gift'), showPart(slot), click(`${slot} .thumb`), see('.library .tile')) },
    { name: 'library-none', reach: type('.library input[type="search"]', 'zzzz') },
    { name: 'library-details', reach: inTurn(type('.library input[type="search"]', ''), see('.library .about'), click('.library .about')) },
    { name: 'library-art', path: own, reach: inTurn(choose('gift'), showPart(slot), click(`${slot} .thumb`), shelf(2)) },
    { name: 'crop', path: own, reach: inTurn(choose('gift'), showPart(slot), click(`${slot} .tools button:nth-of-type(1)`), see('.crop-frame')) },
    {
      name: 'lighter',
      path: own,
      reach: inTurn(choose('gift'), showPart(slot), click(`${slot} .tools button:nth-of-type(2)`), ({ tab }) => tab.waitForTimeout(1200)),
    },
  ]
}

function rules({ demo, rich, bare }: World): readonly Screen[] {
  const [page, own, none] = [demo, rich, bare].map((id) => `activities/${id}/rules`)
  return [
    { name: 'rules-schedule', path: `${page}?at=/schedule` },
    { name: 'instant', reach: click('main .e-instant button, main button[aria-haspopup="dialog"]') },
    { name: 'rules-prizes', path: `${page}?at=/prizes` },
    { name: 'rules-prizes-open', path: `${own}?at=/prizes`, reach: click('main .block button[aria-expanded="false"]') },
    { name: 'rules-segments', path: `${own}?at=/segments` },
    { name: 'rules-odds', path: `${own}?at=/plays/draw` },
    ...['new-year-draw', 'final-draw', 'points', 'check-in', 'top'].map((play) => ({ name: `rules-${play}`, path: `${page}?at=/plays/${play}` })),
    { name: 'rules-add-play', reach: click('nav .heading button') },
    { name: 'rules-none', path: `${none}?at=/prizes` },
    { name: 'rules-no-segments', path: `${none}?at=/segments` },
    { name: 'rules-source', path: page!, reach: inTurn(click('#activity-tools button:nth-of-type(3)'), see('.monaco-editor .view-line')) },
  ]
}

function publishing({ demo, rich, bare }: World): readonly Screen[] {
  const page = `activities/${demo}/publish`
  return [
    { name: 'publish', path: page },
    { name: 'publish-later', reach: click('form [role="radio"]:nth-of-type(2) >> nth=1') },
    { name: 'publish-lower', reach: ({ tab }) => tab.locator('main').evaluate((main) => main.scrollTo(0, 9999)) },
    { name: 'publish-roll-back', path: page, reach: inTurn(click('ol li:has(.e-badge) ~ li:not(:has(.e-badge)) .e-button'), see('[role="dialog"]')) },
    { name: 'publish-cancel', path: page, reach: click('ol li:first-child .e-button') },
    { name: 'publish-offline', path: page, reach: click('.live > .e-button') },
    { name: 'publish-problems', path: `activities/${rich}/publish` },
    { name: 'publish-first', path: `activities/${bare}/publish` },
  ]
}

/** As if the server had fallen over. */
const without =
  (route: string) =>
  async ({ tab }: Reach): Promise<void> => {
    await tab.route(route, (it) => it.fulfill({ status: 500, body: '{}' }))
    await tab.reload()
    await tab.locator('[role="alert"]').first().waitFor({ timeout: 5000 })
    await tab.unroute(route)
  }

/** Edits of several kinds, one after another. */
async function manySteps(it: Reach): Promise<void> {
  await choose('wheel')(it)
  for (const keys of ['Control+d', 'Alt+ArrowUp', 'Control+d', 'Delete', 'Control+z', 'Control+d', 'Delete', 'Control+z', 'Control+z']) {
    await it.tab.keyboard.press(keys)
    await it.tab.waitForTimeout(150)
  }
}

async function dragButton({ tab }: Reach): Promise<void> {
  const box = (await tab.locator('[data-selected="go"]').boundingBox())!
  await tab.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await tab.mouse.down()
  await tab.mouse.move(box.x + box.width / 2 + 20, box.y + box.height / 2 - 50, { steps: 8 })
}

/** A widget from the palette over the page, held. */
async function holdOverPage({ tab }: { readonly tab: Page }): Promise<void> {
  await tab.keyboard.press('Alt+1')
  const tile = (await tab.locator('[data-palette="text"]').boundingBox())!
  await tab.locator('.stage').evaluate((stage) => stage.scrollTo(0, 0))
  const page = (await tab.locator('[data-stage]').boundingBox())!
  await tab.mouse.move(tile.x + 20, tile.y + 20)
  await tab.mouse.down()
  await tab.mouse.move(page.x + 180, page.y + 150, { steps: 8 })
}
