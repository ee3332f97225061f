import type { Bilingual } from '../../schemas/words'
import type { TokenName } from '../../widgets/themes'

/** What a theme's tokens are called. */
export const tokenTitles: { readonly [name in TokenName]: Bilingual } = {
  'color.page': { zh: '页面底色', en: 'Page' },
  'color.backdrop': { zh: '页面背景', en: 'Backdrop' },
  'color.onPage': { zh: '页面文字', en: 'Text on page' },
  'color.surface': { zh: '卡片', en: 'Card' },
  'color.text': { zh: '正文', en: 'Text' },
  'color.muted': { zh: '次要文字', en: 'Muted text' },
  'color.line': { zh: '线条', en: 'Lines' },
  'color.primary': { zh: '主色', en: 'Primary' },
  'color.onPrimary': { zh: '主色上的字', en: 'Text on primary' },
  'color.accent': { zh: '强调色', en: 'Accent' },
  'color.onAccent': { zh: '强调色上的字', en: 'Text on accent' },
  'color.good': { zh: '成功', en: 'Good' },
  'color.bad': { zh: '出错', en: 'Bad' },
  'radius.card': { zh: '卡片圆角', en: 'Card corners' },
  'radius.control': { zh: '按钮圆角', en: 'Button corners' },
  'shadow.card': { zh: '卡片阴影', en: 'Card shadow' },
  'font.title': { zh: '标题字体', en: 'Title font' },
  'space.gap': { zh: '间距', en: 'Spacing' },
}
