import { base64, sha256 } from './sha256'

function hashes(texts: readonly string[]): string {
  return texts.map((text) => `'sha256-${base64(sha256(text))}'`).join(' ')
}

export interface PolicyWish {
  /** What stands between the page's own `<style>` and `<script>` tags, to the byte. */
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
  /** Whether the page brings script files from its own origin. */
  readonly hasFiles: boolean
}

/**
 * The Content-Security-Policy of a page. Script runs only where its hash is named. Style sheets likewise; style attributes
 * (a free frame, a wheel's angle) are admitted, which can paint but not run. `style-src` itself is for browsers
 * that do not know the two finer directives (Safari before 15.4).
 */
export function contentPolicy({ styles, scripts, hasFiles }: PolicyWish): string {
  const script = [hashes(scripts), hasFiles && "'self'"].filter(Boolean).join(' ') || "'none'"
  return [
    "default-src 'none'",
    `script-src ${script}`,
    "style-src 'unsafe-inline'",
    `style-src-elem ${hashes(styles)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob: https:",
    "media-src 'self' https:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}
