import { countdownSamples } from './countdown/countdown/samples'
import type { Sample } from './sample'

/** The states of each interactive widget, by type. One line a widget. */
export const samples: { readonly [type: string]: readonly Sample[] } = {
  countdown: countdownSamples,
}
