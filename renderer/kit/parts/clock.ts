import { dayText, timeText } from '../../../widgets/clock'

declare const F: { [shared: string]: unknown }

F['dayText'] = dayText
F['timeText'] = timeText
