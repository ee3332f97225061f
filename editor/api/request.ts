import { shallowRef } from 'vue'
import type { ProblemAnswer } from '../../schemas/api/management'
import { locale } from '../i18n/locale'
import { t } from '../i18n/t'
import { ApiProblem } from './apiProblem'

export interface Wish {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  readonly body?: unknown
  /** Sent as it is, in place of `body`. */
  readonly form?: FormData
  /** The revision that a write was made from. */
  readonly ifMatch?: string
  /** The idempotency key of a write. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** The tab that writes, so that it does not hear its own echo. */
  readonly tab?: string
}

export interface Answer<T> {
  readonly value: T
  /** The revision of what was read or written (`ETag` without its quotes); empty where there is none. */
  readonly revision: string
}

/** Counts the answers that said nobody is signed in any more. */
export const lostSessions = shallowRef(0)

const retryPausesMs = [300, 1200]

/** One request to the API of this origin. Reads are tried again when the network fails. @throws ApiProblem */
export async function request<T>(path: string, wish: Wish = {}): Promise<Answer<T>> {
  const response = await reach(path, wish)
  if (response.ok) return { value: (await bodyOf(response)) as T, revision: revisionOf(response) }
  throw refusalOf(await problemOf(response), response.status)
}

/** An answer that is not a success, as it is thrown: `answer` is its body, null where that is not one of ours. */
export function refusalOf(answer: Partial<ProblemAnswer> | null, status: number): ApiProblem {
  const problem = new ApiProblem({ title: t('shell.unexpected'), ...answer, status })
  if (problem.code === 'signed-out') lostSessions.value++
  return problem
}

/** No answer came at all. */
export function unreachable(): ApiProblem {
  return new ApiProblem({ title: t('shell.unreachable'), status: 0 })
}

/** The same, where only the body matters. */
export async function ask<T>(path: string, wish: Wish = {}): Promise<T> {
  return (await request<T>(path, wish)).value
}

async function reach(path: string, wish: Wish): Promise<Response> {
  const isRead = (wish.method ?? 'GET') === 'GET'
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(path, initOf(wish))
    } catch (error) {
      if (wish.signal?.aborted) throw error
      const pause = isRead ? retryPausesMs[attempt] : undefined
      if (pause === undefined) throw unreachable()
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

function initOf({ method = 'GET', body, form, ifMatch, key, signal, tab }: Wish): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    headers: {
      'accept': 'application/json',
      'accept-language': locale.value,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(tab === undefined ? {} : { 'x-festoon-tab': tab }),
    },
    ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function problemOf(response: Response): Promise<Partial<ProblemAnswer> | null> {
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return isJson ? ((await response.json().catch(() => null)) as Partial<ProblemAnswer> | null) : null
}

function revisionOf(response: Response): string {
  return (response.headers.get('etag') ?? '').replace(/^W\//, '').replace(/^"|"$/g, '')
}
