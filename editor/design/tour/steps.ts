import type { Key } from '../../i18n/t'
import type { Panels } from '../panels'

export interface TourStep {
  readonly title: Key
  readonly text: Key
  /** What it is about, as a CSS selector; absent: the whole screen. */
  readonly at?: string
  /** The panel that has to be open. */
  readonly side?: Panels['side']
}

export const tourSteps: readonly TourStep[] = [
  { title: 'tour.welcome', text: 'tour.welcomeText' },
  { title: 'tour.palette', text: 'tour.paletteText', at: '.palette .list', side: 'palette' },
  { title: 'tour.canvas', text: 'tour.canvasText', at: '.stage .phone' },
  { title: 'tour.inspector', text: 'tour.inspectorText', at: '.inspector' },
  { title: 'tour.outline', text: 'tour.outlineText', at: '.outline', side: 'outline' },
  { title: 'tour.looks', text: 'tour.looksText', at: '.design-bar .middle' },
  { title: 'tour.history', text: 'tour.historyText', at: '.history', side: 'history' },
  { title: 'tour.problems', text: 'tour.problemsText', at: '.problem-list', side: 'problems' },
  { title: 'tour.command', text: 'tour.commandText', at: '.design-bar .end' },
  { title: 'tour.publish', text: 'tour.publishText', at: 'nav.tabs' },
]
