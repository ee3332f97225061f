import { importWords } from '../activities/import/words'
import { activitiesWords } from '../activities/words'
import { assetsWords } from '../assets/words'
import { commandWords } from '../design/command/words'
import { designWords } from '../design/words'
import { historyWords } from '../design/history/words'
import { inspectorWords } from '../design/inspector/words'
import { problemsWords } from '../design/problems/words'
import { membersWords } from '../members/words'
import { awardsWords } from '../release/awards/words'
import { webhookWords } from '../release/webhook/words'
import { releaseWords } from '../release/words'
import { rulesWords } from '../rules/words'
import { shellWords } from '../shell/words'
import { signInWords } from '../sign-in/words'
import { sourceWords } from '../source/words'
import { themeWords } from '../design/theme/words'
import { symbolsWords } from '../design/symbols/words'
import { stageWords } from '../design/stage/words'
import { presenceWords } from '../design/presence/words'
import { tourWords } from '../design/tour/words'
import { uiWords } from '../ui/words'

/** The words of every folder, by the name that its keys start with. One line a folder. */
export const dictionaries = {
  activities: activitiesWords,
  assets: assetsWords,
  awards: awardsWords,
  command: commandWords,
  design: designWords,
  history: historyWords,
  inspector: inspectorWords,
  imports: importWords,
  members: membersWords,
  problems: problemsWords,
  presence: presenceWords,
  release: releaseWords,
  rules: rulesWords,
  shell: shellWords,
  signIn: signInWords,
  source: sourceWords,
  stage: stageWords,
  symbols: symbolsWords,
  theme: themeWords,
  tour: tourWords,
  ui: uiWords,
  webhook: webhookWords,
}
