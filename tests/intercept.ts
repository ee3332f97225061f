import type { Page, Route } from 'playwright'

const trial = '**/intercepted'

/** Answers what an open page asks for. Chromium says it is ready a moment before the page's own requests come by; this waits until they do. */
export async function intercept(tab: Page, url: string | RegExp | ((url: URL) => boolean), answer: (route: Route) => unknown): Promise<void> {
  await tab.route(url, answer)
  await tab.route(trial, (route) => route.fulfill({ status: 204 }))
  await tab.waitForFunction(async () => (await fetch('/intercepted')).status === 204, null, { polling: 100, timeout: 10_000 })
  await tab.unroute(trial)
}

/** Loses what an open page saves; it goes on reading. @returns lets saves through again */
export async function loseSaves(tab: Page): Promise<() => Promise<void>> {
  const pages = (url: URL): boolean => url.pathname.endsWith('/page')
  await intercept(tab, pages, (route) => (route.request().method() === 'GET' ? route.continue() : route.abort()))
  return () => tab.unroute(pages)
}
