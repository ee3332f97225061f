import type { Route } from './http/route'
import { routes as activities } from './activities/routes'
import { routes as answers } from './answers/routes'
import { routes as art } from './art/routes'
import { routes as assets } from './assets/routes'
import { routes as awards } from './awards/routes'
import { routes as codes } from './codes/routes'
import { routes as fairness } from './fairness/routes'
import { routes as audit } from './audit/routes'
import { routes as drafts } from './drafts/routes'
import { routes as imports } from './imports/routes'
import { routes as live } from './live/routes'
import { routes as members } from './members/routes'
import { routes as documentSchemas } from './openapi/documentSchemas'
import { routes as qr } from './qr/routes'
import { routes as symbols } from './symbols/routes'
import { routes as templates } from './templates/routes'
import { routes as events } from './events/routes'
import { routes as health } from './health/routes'
import { routes as plays } from './plays/routes'
import { routes as preview } from './preview/routes'
import { routes as releases } from './releases/routes'
import { routes as report } from './report/routes'
import { routes as serving } from './serving/routes'
import { routes as versions } from './versions/routes'
import { routes as visitors } from './visitors/routes'
import { routes as webhooks } from './webhooks/routes'

/** Every route of the server, visitors' ones included. One line a slice. */
export const slices: readonly Route[] = [
  ...members,
  ...activities,
  ...drafts,
  ...imports,
  ...live,
  ...qr,
  ...templates,
  ...answers,
  ...art,
  ...assets,
  ...audit,
  ...awards,
  ...codes,
  ...fairness,
  ...documentSchemas,
  ...events,
  ...health,
  ...plays,
  ...preview,
  ...releases,
  ...report,
  ...symbols,
  ...serving,
  ...versions,
  ...visitors,
  ...webhooks,
]
