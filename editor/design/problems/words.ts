import { dictionary } from '../../i18n/dictionary'

export const problemsWords = dictionary({
  none: { zh: '没有问题', en: 'Nothing to mend' },
  noneText: { zh: '页面、内容、可读性和体积都检查过了。', en: 'Shape, content, readability and weight were looked over.' },
  all: { zh: '全部', en: 'All' },
  errors: { zh: '必须改', en: 'Must' },
  warnings: { zh: '建议改', en: 'Could' },
  filter: { zh: '按轻重筛选', en: 'Filter by weight' },
  schema: { zh: '页面与规则', en: 'Page and rules' },
  content: { zh: '内容', en: 'Content' },
  access: { zh: '可读与易用', en: 'Readable for all' },
  weight: { zh: '打开速度', en: 'Speed of opening' },
  weighs: { zh: '首次打开约 {size} KB，预算 {budget} KB', en: 'First load {size} KB of {budget} KB' },
  mendAll: { zh: '一键修复 {n} 处', en: 'Mend {n} at once' },
  inRules: { zh: '在规则里', en: 'In the rules' },
})
