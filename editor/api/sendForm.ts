import type { ProblemAnswer } from '../../schemas/api/management'
import { locale } from '../i18n/locale'
import { refusalOf, unreachable } from './request'

/** Sends a form and tells how far it has come, which `fetch` cannot. @throws ApiProblem */
export function sendForm<T>(path: string, form: FormData, tell: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    sending.open('POST', path)
    sending.responseType = 'json'
    sending.setRequestHeader('accept', 'application/json')
    sending.setRequestHeader('accept-language', locale.value)
    sending.upload.addEventListener('progress', ({ loaded, total }) => tell(total ? loaded / total : 0))
    sending.addEventListener('error', () => reject(unreachable()))
    sending.addEventListener('load', () => {
      const { status } = sending
      // Both shapes are those that the route declares.
      if (status >= 200 && status < 300) resolve(sending.response as T)
      else reject(refusalOf(sending.response as ProblemAnswer | null, status))
    })
    sending.send(form)
  })
}
