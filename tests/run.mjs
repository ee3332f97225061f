// Runs every test: brings the packages, a Chromium and a build first, then says how many passed.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(root)

bringPackages()
process.env.FESTOON_CHROMIUM ??= bringChromium()
// Its own loader reads our configurations; the one it warns of is not in use.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true'
if (!process.env.FESTOON_SKIP_BUILD) run('npm', ['run', 'build'])
process.exit(runTests(process.argv.slice(2)))

function bringPackages() {
  const installed = 'node_modules/.package-lock.json'
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs - 1000) return
  run('npm', ['ci', '--ignore-scripts'])
}

/** The path of a Chromium: one that is there, else Playwright's own download, else the system's package. */
function bringChromium() {
  const found = findChromium()
  if (found) return found
  console.log('No Chromium found; trying to bring one.')
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  if (!findChromium() && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'], { stdio: 'inherit' })
  }
  const brought = findChromium()
  if (!brought) {
    console.error('The browser tests need a Chromium. Install one (for example: apt-get install chromium), or name it in FESTOON_CHROMIUM.')
    process.exit(1)
  }
  return brought
}

function findChromium() {
  const system = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  return [...system, playwrightsOwn()].find((path) => path && existsSync(path))
}

function playwrightsOwn() {
  const asked = spawnSync(process.execPath, ['-e', "import('playwright').then(({ chromium }) => process.stdout.write(chromium.executablePath()))"], {
    encoding: 'utf8',
  })
  return asked.status === 0 ? asked.stdout : ''
}

function runTests(filters) {
  const report = join(mkdtempSync(join(tmpdir(), 'festoon-tests-')), 'report.json')
  const ran = spawnSync('npx', ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters], { stdio: 'inherit' })
  if (!existsSync(report)) {
    console.log('0 passed, 1 failed')
    return 1
  }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unopened = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = numFailedTests + unopened
  console.log(`${numPassedTests} passed, ${failed} failed${numPendingTests ? `, ${numPendingTests} skipped` : ''}`)
  return ran.status === 0 && failed === 0 && numPassedTests > 0 ? 0 : 1
}

function run(command, args) {
  execFileSync(command, args, { stdio: 'inherit' })
}
