import { Refusal } from '../../../widgets/host'
import type { Phone } from '../phone'

declare const F: Phone

/** Until the part comes that carries out actions: fetches it by the first tap. */
F.run = ((actions, node, ground) => {
  const { later, words } = ground.boot
  return F.load!(later!, ground.boot).then(
    () => F.run!(actions, node, ground),
    () => {
      throw new Refusal({ code: 'no-network', title: words.noNetwork })
    },
  )
}) as Phone['run']
