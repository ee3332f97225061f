import { themePresets } from '../../../widgets/themes'
import type { Key } from '../../i18n/t'

/** Stacks of fonts that phones have already: nothing is loaded for a title. */
export const titleFonts: readonly { readonly name: Key; readonly stack: string }[] = [
  { name: 'theme.fontSystem', stack: themePresets['festive']!.tokens['font.title'] },
  { name: 'theme.fontSong', stack: '"Songti SC","Noto Serif CJK SC","Source Han Serif SC",SimSun,serif' },
  { name: 'theme.fontKai', stack: '"Kaiti SC",KaiTi,STKaiti,"Noto Serif CJK SC",serif' },
  { name: 'theme.fontRound', stack: '"Yuanti SC","HarmonyOS Sans SC","PingFang SC","Microsoft YaHei",sans-serif' },
]
