import type { Trouble } from '../host'
import { isOpen } from '../notice'
import type { Acting } from '../view'
import type { InviteMine, InviteShown } from './rules'

/** Takes up the invitation that brought the visitor here, once; says why where that cannot be. */
export async function accept({ host, scene }: Acting<unknown, unknown, InviteShown, InviteMine, never>, say: (why: string) => void): Promise<void> {
  const by = host.by()
  if (!by) return
  await host.refresh()
  const now = scene()
  const mine = now.play && now.play.mine
  if (!mine || !mine.canBind || !isOpen(now)) return
  try {
    await host.act('bind', { by })
    await host.refresh()
  } catch (error) {
    const { trouble } = error as { trouble?: Trouble }
    if (!trouble) throw error
    say(trouble.title)
  }
}
