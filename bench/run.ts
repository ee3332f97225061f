import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/** Every measurement, one after the other, so that none slows another; then all they said in one table. */
const benches = [
  'durableDraws',
  'ownRank',
  'servedPage',
  'servedDraws',
  'eventIntake',
  'pageWeight',
  'pageGrowth',
  'interactive',
  'phoneTimes',
  'firstLoad',
  'editorWork',
]

function linesOf(bench: string): Promise<string[]> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', resolve(import.meta.dirname, `${bench}.ts`)], { stdio: ['ignore', 'pipe', 'inherit'] })
    let printed = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
    child.on('close', (code) => done(code === 0 ? printed.trim().split('\n') : [`failed with ${code}`]))
  })
}

const rows: [bench: string, line: string][] = []
for (const bench of benches) {
  console.error(`${bench} …`)
  for (const line of await linesOf(bench)) rows.push([bench, line])
}
const width = Math.max(...benches.map(({ length }) => length))
for (const [bench, line] of rows) console.log(`${bench.padEnd(width)} | ${line}`)
