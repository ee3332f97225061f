/**
 * Resolves when nobody else is about to come: as long as each look at the network brings more, another one is worth it. `waiting` counts
 * who is there; more than `enough` are not waited for. Without this, a store that answers at once would never see two requests together.
 */
export async function gathered(waiting: () => number, enough: number): Promise<void> {
  for (let before = 0; before < waiting() && before < enough;) {
    before = waiting()
    await new Promise(setImmediate)
  }
}
