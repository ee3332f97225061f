import { dictionary } from '../../i18n/dictionary'

export const stageWords = dictionary({
  rulerX: { zh: '横标尺：向下拖出参考线，或按回车添加', en: 'Ruler across: drag a guideline down, or press Enter' },
  rulerY: { zh: '竖标尺：向右拖出参考线，或按回车添加', en: 'Ruler down: drag a guideline to the right, or press Enter' },
  guideline: { zh: '参考线 {at}，方向键移动，Delete 删除', en: 'Guideline at {at}; arrows move it, Delete removes it' },
  format: { zh: '文字格式', en: 'Format' },
  bold: { zh: '加粗', en: 'Bold' },
  italic: { zh: '斜体', en: 'Italic' },
  underline: { zh: '下划线', en: 'Underline' },
  strike: { zh: '删除线', en: 'Strikethrough' },
  size: { zh: '字号', en: 'Size' },
  colour: { zh: '颜色', en: 'Colour' },
  bullet: { zh: '项目列表', en: 'Bulleted list' },
  number: { zh: '编号列表', en: 'Numbered list' },
  link: { zh: '链接', en: 'Link' },
  setLink: { zh: '确定', en: 'Set' },
  unlink: { zh: '去掉链接', en: 'Remove' },
  plain: { zh: '清除格式', en: 'Clear formatting' },
  safeArea: { zh: '安全区：不要放可点的内容', en: 'Safe area: nothing to tap belongs here' },
  fold: { zh: '首屏', en: 'First screen' },
  dropPictures: { zh: '放到这里：{title}', en: 'Drop here: {title}' },
})
