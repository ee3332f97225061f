import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import { perWorld } from '../perWorld'

/** What Prometheus may ask of this process. */
export const metricsOf = perWorld((world) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const up = new Gauge({ name: 'festoon_started_seconds', help: 'When this process began to serve (Unix time).', registers: [registry] })
  up.set(world.clock.now() / 1000)
  // Counted by hand: a labelled counter would cost as much as the page itself.
  const served = new Map<number, number>()
  const pages = new Counter({
    name: 'festoon_pages_total',
    help: 'Pages and their files, by status.',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [status, n] of served) this.inc({ status }, n)
    },
  })
  return {
    registry,
    pages,
    countPage: (status: number): void => void served.set(status, (served.get(status) ?? 0) + 1),
    acts: new Counter({
      name: 'festoon_acts_total',
      help: 'Acts of visitors, by how they ended: accepted, replayed, or a refusal’s code.',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    events: new Counter({ name: 'festoon_events_total', help: 'Events taken from pages.', registers: [registry] }),
  }
})
