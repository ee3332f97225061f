import { isOpen, notice } from '../../../widgets/notice'

declare const F: { [shared: string]: unknown }

F['isOpen'] = isOpen
F['notice'] = notice
