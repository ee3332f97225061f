import type { Locale } from '../../schemas/words'
import { stretchAt, variantOf, type Build, type StoredPage } from '../releases/build'

/** What a build shows now. Found anew only when a stretch of its time ends, or the clock was set back. */
export class Showing {
  private from = 0
  private until = 0
  private pages: { readonly [locale in Locale]: StoredPage } | null = null

  constructor(readonly build: Build) {}

  /** @throws when the build lacks the page. */
  pageAt(at: number, locale: Locale): StoredPage {
    if (this.pages === null || at < this.from || at >= this.until) this.pages = this.look(at)
    return this.pages[locale]
  }

  private look(at: number): { readonly [locale in Locale]: StoredPage } {
    const { stretches } = this.build
    const stretch = stretchAt(this.build, at)
    const next = stretches[stretches.indexOf(stretch) + 1]
    this.from = stretch === stretches[0] ? -Infinity : stretch.startsAt
    this.until = next ? next.startsAt : Infinity
    const page = (locale: Locale): StoredPage => {
      const variant = variantOf(stretch, locale)
      const found = this.build.pages[variant]
      if (!found) throw new Error(`Build ${this.build.mark} has no page "${variant}".`)
      return found
    }
    return { 'zh-CN': page('zh-CN'), 'en': page('en') }
  }
}
