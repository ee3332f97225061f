import { setAt } from '../../../../schemas/diff'
import { say } from '../../../../schemas/words'
import type { Check } from '../finding'

/** Pictures that do something say what, to those who cannot see them; all others may be decoration. */
export const altText: Check = ({ nodes, locale }) =>
  Object.values(nodes)
    .filter(
      ({ type, props, on }) =>
        type === 'image' && props['src'] && say(props['alt'] as Parameters<typeof say>[0], locale) === '' && (on?.['tap']?.length ?? 0) > 0,
    )
    .map(({ id, name }) => ({
      subject: 'access',
      severity: 'warning',
      node: id,
      prop: 'alt',
      message: {
        zh: '可点击的图片没有说明，读屏用户不知道它通向哪里',
        en: 'A picture that can be tapped has no description: screen readers cannot tell where it leads',
      },
      ...(name
        ? { fix: { name: { zh: `用图层名“${name}”作说明`, en: `Describe it as “${name}”` }, edit: (page) => setAt(page, ['nodes', id, 'props', 'alt'], name) } }
        : {}),
    }))
