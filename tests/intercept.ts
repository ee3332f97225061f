import type { Page, Route } from 'playwright'
import { expect } from 'vitest'

const trial = '**/intercepted'

/** Answers what an open page asks for. Chromium says it is ready a moment before the page's own requests come by; this waits until they do. */
export async function intercept(tab: Page, url: string | RegExp | ((url: URL) => boolean), answer: (route: Route) => unknown): Promise<void> {
  await tab.route(url, answer)
  await tab.route(trial, (route) => route.fulfill({ status: 204 }))
  await expect.poll(() => tab.evaluate(async () => (await fetch('/intercepted')).status)).toBe(204)
  await tab.unroute(trial)
}
