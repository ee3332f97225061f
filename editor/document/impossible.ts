import type { Bilingual } from '../../schemas/words'

/** An edit that cannot be made. `reason` says why, and is shown as it is. */
export class Impossible extends Error {
  constructor(readonly reason: Bilingual) {
    super(reason.en)
  }
}
