import type { Activity } from '../../schemas/api/management'
import { publicOrigin } from '../sign-in/session'

/** Where visitors find an activity, whole: it is copied, opened and put into QR codes. */
export function liveUrl({ slug }: Pick<Activity, 'slug'>): string {
  return `${publicOrigin.value}/a/${slug}`
}
