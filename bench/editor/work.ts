import type { Locator, Request } from 'playwright'
import { median } from '../median'
import { msEach, msEachMove, pause, taskMs, untilQuiet } from './cpu'
import type { Layout, Sitting } from './sitting'

const moves = 60
const edits = 20
const turns = 5
/** After so long everything that edits set off has begun: drafts are kept, checked, saved and weighed. */
const laterMs = 3000
const moved = 10

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function press(sitting: Sitting, id: string, count: number): Promise<void> {
  const { x, y } = await middle(sitting.node(id))
  await sitting.tab.mouse.click(x, y)
  await sitting.selected(count)
}

/** One node over its siblings, in the middle of the stage: ms a pointer move. Slowly, by a px a move, what helps to place it exactly is there as well. @throws where it should follow the pointer and does not */
export async function dragged(sitting: Sitting, layout: Layout, pace: 'quick' | 'slow' = 'quick'): Promise<number> {
  const { tab, cdp, stage } = sitting
  const { x: left, y: top, width, height } = (await stage.boundingBox())!
  const step = pace === 'quick' ? 7 : 1
  // A slow hand does not come far: it begins well away from where the node stood.
  const from = pace === 'quick' ? 80 : height / 2
  const at = (i: number): [number, number] => [left + width / 2 + (pace === 'quick' ? i % 5 : 0), top + from + ((i * step) % (height - 160))]
  const costs: number[] = []
  // The first drag warms up.
  for (let turn = 0; turn < 3; turn++) {
    const { x, y } = await middle(sitting.node('t5'))
    await tab.mouse.move(x, y)
    await tab.mouse.down()
    for (let i = 0; i < 5; i++) await tab.mouse.move(...at(i))
    await pause(300)
    const cost = await msEachMove(cdp, moves, at)
    const far = Math.abs((await middle(sitting.node('t5'))).y - y)
    if (layout === 'free' && far < 80) throw new Error('Nothing was dragged.')
    if (turn > 0) costs.push(cost)
    await sitting.letGo()
    await untilQuiet(cdp)
  }
  return median(costs)
}
export interface Edited {
  /** ms of one edit, and of a key. */
  readonly edit: number
  readonly key: number
  /** ms of an edit that are script; the rest is the browser's layout and painting. */
  readonly script: number
  /** ms of what the edits set off a moment later: saving, checks; and the kB that went to the server. */
  readonly later: number
  readonly sent: number
  /** How many nodes the canvas draws for one. */
  readonly drawn: number
}

/** One text from the inspector: put in at once, and typed. */
export async function edited(sitting: Sitting): Promise<Edited> {
  const { tab, cdp, field, givesOn } = sitting
  await press(sitting, 't3', 1)
  await field.focus()
  const edit = async (): Promise<void> => {
    await tab.keyboard.insertText('x')
    if (givesOn) await tab.keyboard.press(givesOn)
  }
  await msEach(cdp, 3, edit)
  await untilQuiet(cdp)
  let sent = 0
  const weigh = (request: Request): void => void (sent += (request.postDataBuffer()?.length ?? 0) / 1000)
  tab.on('request', weigh)
  const [drawn, scriptBefore] = [await sitting.drawn(), await taskMs(cdp, 'Script')]
  const cost = await msEach(cdp, edits, edit)
  const script = ((await taskMs(cdp, 'Script')) - scriptBefore) / edits
  const [drawnAfter, before] = [await sitting.drawn(), await taskMs(cdp)]
  await pause(laterMs)
  await untilQuiet(cdp)
  const later = (await taskMs(cdp)) - before
  tab.off('request', weigh)
  const key = await msEach(cdp, edits, () => tab.keyboard.type('x'))
  await untilQuiet(cdp)
  return { edit: cost, key, script, later, sent, drawn: (drawnAfter - drawn) / edits }
}

/** Ten nodes are moved, and that is undone: ms of undoing. */
export async function undone(sitting: Sitting): Promise<number> {
  const { tab, cdp, adds } = sitting
  await press(sitting, 't20', 1)
  await tab.keyboard.down(adds)
  for (let i = 1; i < moved; i++) await press(sitting, `t${20 + i}`, i + 1)
  await tab.keyboard.up(adds)
  const placed = async (): Promise<number> => (await sitting.node('t29').boundingBox())!.x
  const costs: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    await untilQuiet(cdp)
    const before = await placed()
    await sitting.move()
    await untilQuiet(cdp)
    if ((await placed()) === before) throw new Error('Nothing was moved.')
    let cost = await msEach(cdp, 1, () => tab.keyboard.press('Control+z'))
    // An editor may go on in steps of its own.
    while ((await placed()) !== before) cost += await msEach(cdp, 1, () => pause(50))
    costs.push(cost)
  }
  return median(costs)
}

/** ms of selecting all. */
export async function allSelected(sitting: Sitting, count: number): Promise<number> {
  const costs: number[] = []
  for (let turn = 0; turn < turns; turn++) {
    await sitting.clear()
    await press(sitting, 't3', 1)
    await untilQuiet(sitting.cdp)
    costs.push(await msEach(sitting.cdp, 1, sitting.selectAll))
    await sitting.selected(count)
  }
  return median(costs)
}
