import { dictionary } from '../../i18n/dictionary'

export const stageWords = dictionary({
  rulerX: { zh: '横标尺:向下拖出参考线,或按回车添加', en: 'Ruler across: drag a guideline down, or press Enter' },
  rulerY: { zh: '竖标尺:向右拖出参考线,或按回车添加', en: 'Ruler down: drag a guideline to the right, or press Enter' },
  guideline: { zh: '参考线 {at},方向键移动,Delete 删除', en: 'Guideline at {at}; arrows move it, Delete removes it' },
  fold: { zh: '首屏', en: 'First screen' },
})
