import { onBeforeUnmount, onMounted, watch } from 'vue'
import type { PageDocument } from '../../../schemas/page'
import { loadDraft } from '../../api/documents'
import { tellLeaving, tellPresence, watchActivity } from '../../api/live'
import { tab } from '../../document/tab'
import type { Designer } from '../designer'

const settleMs = 300
/** Presence holds for 20 seconds. */
const againMs = 9000
/** With others at the page, edits are sent sooner. */
const [alonePaceMs, togetherPaceMs] = [800, 250]

/** Sees who else has this page open and where they are, tells them the same of this tab, and takes in what they save. */
export function usePresence({ activity, session, draft, peers }: Designer): void {
  let soon: ReturnType<typeof setTimeout> | undefined
  let regularly: ReturnType<typeof setInterval> | undefined
  let stop = (): void => {}

  const tell = (): void => void tellPresence(activity, { tab, selection: session.selected.value.slice(0, 100) }).catch(() => {})
  const leave = (): void => tellLeaving(activity, tab)

  async function pull(): Promise<void> {
    const theirs = await loadDraft<PageDocument>(activity, 'page').catch(() => null)
    if (theirs) draft.autosave.takeNews(theirs)
  }

  function listen(): void {
    stop = watchActivity(activity, {
      saved: ({ of, tab: by }) => void (of === 'page' && by !== tab && pull()),
      present: ({ peers: all }) => void (peers.value = all.filter((peer) => peer.tab !== tab)),
      connected(isConnected) {
        if (!isConnected) return void (peers.value = [])
        tell()
        // What was saved while nobody was listening.
        void pull()
      },
    })
  }

  /** A browser keeps six connections to one server open: tabs that nobody looks at give theirs back. */
  function follow(): void {
    stop()
    if (document.hidden) leave()
    else listen()
  }

  onMounted(() => {
    follow()
    document.addEventListener('visibilitychange', follow)
    regularly = setInterval(() => document.hidden || tell(), againMs)
    window.addEventListener('pagehide', leave)
  })
  onBeforeUnmount(() => {
    stop()
    clearTimeout(soon)
    clearInterval(regularly)
    window.removeEventListener('pagehide', leave)
    document.removeEventListener('visibilitychange', follow)
    leave()
  })
  watch(session.selected, () => {
    clearTimeout(soon)
    soon = setTimeout(tell, settleMs)
  })
  watch(peers, (now) => draft.autosave.pace(now.length ? togetherPaceMs : alonePaceMs))
}
