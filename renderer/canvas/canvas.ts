import base from '../../widgets/base.css?inline'
import * as widgetStyles from '../../widgets/styles'
import exit from '../styles/exit.css?inline'
import frame from '../styles/frame.css?inline'
import motion from '../styles/motion.css?inline'
import page from '../styles/page.css?inline'
import script from '../styles/script.css?inline'
import own from './canvas.css?inline'
import type { CanvasHandle, CanvasNews, CanvasOrder } from './canvasMessages'
import { createCanvas } from './createCanvas'

declare global {
  interface Window {
    festoonCanvas: CanvasHandle
  }
}

function sheet(css: string): HTMLStyleElement {
  const element = document.createElement('style')
  element.textContent = css
  document.head.append(element)
  return element
}

function tell(news: CanvasNews): void {
  if (parent !== window) parent.postMessage(news, location.origin)
}

sheet([base, page, frame, motion, exit, script, ...Object.values(widgetStyles), own].join('\n'))
// After the sheets of the widgets, so that a theme's scale goes for them too.
const theme = sheet('')
const stage = document.createElement('div')
document.body.append(stage)
window.festoonCanvas = createCanvas(stage, theme)

addEventListener('message', ({ source, origin, data }) => {
  // Only the editor that holds this frame may give orders.
  if (source === parent && origin === location.origin) window.festoonCanvas.receive(data as CanvasOrder)
})
new ResizeObserver(() => tell({ kind: 'size', height: stage.offsetHeight })).observe(stage)
tell({ kind: 'ready' })
