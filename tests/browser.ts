import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--mute-audio',
]

/** The Chromium that tests drive: `FESTOON_CHROMIUM`, the system's, or playwright's own; undefined when there is none. */
export function chromiumPath(): string | undefined {
  const candidates = [process.env['FESTOON_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', chromium.executablePath()]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path))
}

/** A headless browser. Close it when done. @throws when none is installed */
export async function launchBrowser(executablePath = chromiumPath()): Promise<Browser> {
  if (!executablePath) throw new Error('No Chromium found. Set FESTOON_CHROMIUM to one, or run `npx playwright install chromium`.')
  return chromium.launch({ executablePath, args: quiet })
}
