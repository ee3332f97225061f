import { firstLoad, firstLoadLimitKb, isMonaco } from '../tests/firstLoad'

/** What the design tab loads at first, from a real browser's network: bytes of each file in brotli 11, Monaco aside. */
const largest = 5

const files = await firstLoad()
const counted = files.filter((file) => !isMonaco(file))
const monaco = files.length - counted.length
const kb = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`
const sum = counted.reduce((all, { bytes }) => all + bytes, 0)
console.log(
  `${sum <= firstLoadLimitKb * 1000 ? 'met   ' : 'MISSED'} first load of the design tab: ${kb(sum)} in ${counted.length} files (limit ${firstLoadLimitKb} KB); files of Monaco among them: ${monaco}`,
)
for (const { path, bytes } of counted.slice(0, largest)) console.log(`       ${kb(bytes).padStart(9)} ${path}`)
