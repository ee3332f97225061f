const memory = 'festoon.tour'

/** Whether the tour was taken, or skipped, on this device. */
export function isTourDone(): boolean {
  return localStorage.getItem(memory) === 'done'
}

export function rememberTour(): void {
  localStorage.setItem(memory, 'done')
}
