import type { BrowserContext, CDPSession, Page } from 'playwright'
import { count as countCpu, msEach, msEachMove } from './cpu'
import { freeHeight } from './sitting'

/** ms of the same doings where nobody has anything to draw but the one thing that is touched: what browser and driver take by themselves. */
export interface Floor {
  /** A move of the pointer that a box of its own layer follows, inside a frame. */
  readonly drag: number
  /** A letter put into a field of an empty page. */
  readonly edit: number
  /** The same letter by a key. */
  readonly key: number
  /** A key of two that writes one letter in a frame, as the least that an undo or a choice shows. */
  readonly chord: number
  /** A letter put into a field, which one of 2,000 texts in a frame then shows. */
  readonly shown: number
  /** A key of two that moves ten of 2,000 texts in a frame. */
  readonly ten: number
}

const many = `
<input>
<iframe style="position:fixed;inset:100px 0 0;width:600px;height:${freeHeight}px"></iframe>
<script>
  const page = document.querySelector('iframe').contentDocument
  page.body.innerHTML = Array.from({ length: 2000 }, (_, i) => '<p style="position:absolute;margin:0;width:13px;left:' + ((i % 20) * 18) + 'px;top:' + Math.floor(i / 20) * 38 + 'px">第 ' + i + ' 行</p>').join('')
  const texts = page.querySelectorAll('p')
  let by = 0
  document.querySelector('input').oninput = () => (texts[3].textContent += 'x')
  onkeydown = ({ key, ctrlKey }) => {
    if (!ctrlKey || key !== 'z') return
    by = 1 - by
    for (let i = 20; i < 30; i++) texts[i].style.left = (i % 20) * 18 + by + 'px'
  }
</script>`

const bare = `
<input>
<iframe style="position:fixed;inset:100px 0 0;width:600px;height:400px" srcdoc="<p>0</p><div style='position:fixed;will-change:transform;width:20px;height:20px;background:red'></div>"></iframe>
<div id="glass" style="position:fixed;inset:100px 0 0"></div>
<script>
  const page = document.querySelector('iframe')
  let at = null
  glass.onpointermove = ({ clientX, clientY }) => {
    if (!at) requestAnimationFrame(() => {
      page.contentDocument.querySelector('div').style.transform = 'translate(' + at.x + 'px,' + at.y + 'px)'
      at = null
    })
    at = { x: clientX, y: clientY - 100 }
  }
  onkeydown = ({ key, ctrlKey }) => {
    if (ctrlKey && key === 'z') page.contentDocument.querySelector('p').textContent += '.'
  }
</script>`

async function opened(context: BrowserContext, content = bare): Promise<{ tab: Page; cdp: CDPSession }> {
  const tab = await context.newPage()
  await tab.setContent(content)
  const cdp = await context.newCDPSession(tab)
  await countCpu(cdp)
  return { tab, cdp }
}

export async function floorOf(context: BrowserContext): Promise<Floor> {
  const { tab, cdp } = await opened(context)
  const chord = (): Promise<void> => tab.keyboard.press('Control+z')
  await tab.mouse.move(200, 200)
  await tab.mouse.down()
  const at = (i: number): [number, number] => [300 + (i % 5), 150 + ((i * 7) % 300)]
  await msEachMove(cdp, 20, at)
  const drag = await msEachMove(cdp, 60, at)
  await tab.mouse.up()
  await msEach(cdp, 5, chord)
  const pressed = await msEach(cdp, 10, chord)
  await tab.locator('input').focus()
  const put = (): Promise<void> => tab.keyboard.insertText('x')
  await msEach(cdp, 10, put)
  const edit = await msEach(cdp, 20, put)
  const key = await msEach(cdp, 20, () => tab.keyboard.type('x'))
  await tab.close()
  return { drag, edit, key, chord: pressed, ...(await amongMany(context)) }
}

async function amongMany(context: BrowserContext): Promise<{ shown: number; ten: number }> {
  const { tab, cdp } = await opened(context, many)
  await tab.locator('input').focus()
  const put = (): Promise<void> => tab.keyboard.insertText('x')
  await msEach(cdp, 10, put)
  const shown = await msEach(cdp, 20, put)
  const chord = (): Promise<void> => tab.keyboard.press('Control+z')
  await msEach(cdp, 5, chord)
  const ten = await msEach(cdp, 20, chord)
  await tab.close()
  return { shown, ten }
}
