import type { Action } from '../../../schemas/page'
import type { Words } from '../../../schemas/words'
import { said, t } from '../../i18n/t'

/** What things are called, by their ids. */
export interface Called {
  node(id: string): string
  play(id: string): string
  act(play: string, action: string): string
}

/** What an action does, as one reads it: “open “Rules””. */
export function actionSentence(action: Action, called: Called): string {
  switch (action.do) {
    case 'open':
      return t('inspector.sayOpen', { name: called.node(action.target) })
    case 'close':
      return t('inspector.sayClose')
    case 'toggle':
      return t(action.to === 'shown' ? 'inspector.sayShow' : action.to === 'hidden' ? 'inspector.sayHide' : 'inspector.sayToggle', {
        name: called.node(action.target),
      })
    case 'scroll':
      return t('inspector.sayScroll', { name: called.node(action.target) })
    case 'go':
      return t('inspector.sayGo', { name: shortLink(action.url) || blank })
    case 'act':
      return t('inspector.sayAct', { play: called.play(action.play), act: called.act(action.play, action.action) })
    case 'share':
      return t('inspector.sayShare')
    case 'copy':
      return t('inspector.sayCopy', { name: excerpt(action.text) || blank })
    case 'call':
      return t('inspector.sayCall', { name: action.tel.trim() || blank })
    case 'set':
      return t('inspector.saySet', { name: action.name, value: String(action.value) })
    default:
      return action satisfies never
  }
}

const blank = '…'

function shortLink(url: string): string {
  return url.trim().replace(/^https?:\/\//, '')
}

function excerpt(words: Words): string {
  const text = said(words)
  return text.length > 16 ? `${text.slice(0, 16)}…` : text
}
