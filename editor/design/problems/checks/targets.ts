import { setAt } from '../../../../schemas/diff'
import { specs } from '../../../../widgets/specs'
import type { Check } from '../finding'

/** px of the design; the least that a finger hits without looking (WCAG 2.2, 2.5.5). */
export const leastTarget = 44

/** Things to tap that are placed freely and too small. */
export const targets: Check = ({ nodes }) =>
  Object.values(nodes)
    .filter(
      ({ type, frame, on, parent }) =>
        frame &&
        nodes[parent ?? '']?.props['layout'] === 'free' &&
        (type === 'button' || (on?.['tap']?.length ?? 0) > 0) &&
        specs[type]?.contains === undefined,
    )
    .filter(({ frame }) => Math.min(frame!.w, frame!.h) < leastTarget)
    .map(({ id, frame }) => ({
      subject: 'access',
      severity: 'warning',
      node: id,
      message: {
        zh: `点击区域只有 ${Math.round(frame!.w)}×${Math.round(frame!.h)}，手指至少需要 44×44`,
        en: `It is ${Math.round(frame!.w)}×${Math.round(frame!.h)}; fingers need 44×44`,
      },
      fix: {
        name: { zh: '放大到 44', en: 'Enlarge to 44' },
        edit: (page) => setAt(page, ['nodes', id, 'frame'], { ...frame!, w: Math.max(leastTarget, frame!.w), h: Math.max(leastTarget, frame!.h) }),
      },
    }))
