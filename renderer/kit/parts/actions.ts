import type { Phone } from '../phone'

declare const F: Phone

/** Carries out what a node's `on` says, one after the other. */
F.run = async (actions, node, { boot, elementOf, act, host }) => {
  for (const action of actions) {
    switch (action.do) {
      case 'open':
        F.open!(elementOf(action.target))
        break
      case 'close':
        F.close!(action.target ? elementOf(action.target) : null)
        break
      case 'scroll': {
        const target = elementOf(action.target)
        if (target) target.scrollIntoView({ behavior: 'smooth' })
        break
      }
      case 'go':
        location.assign(F.safeLink(action.url))
        break
      case 'act':
        await act(node, action.play, action.action)
        break
      case 'share':
        await host.share()
        break
      case 'copy':
        await F.copy!(F.say(action.text, boot.locale), boot.words.copied)
        break
      case 'toggle':
        F.toggle!(elementOf(action.target), action.to)
        break
      case 'set':
        F.set!(action.name, action.value)
        break
    }
  }
}
