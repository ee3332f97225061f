import { dictionary } from '../../i18n/dictionary'

export const tourWords = dictionary({
  welcome: { zh: '欢迎，一分钟认识编辑器', en: 'Welcome. One minute to know the editor' },
  welcomeText: {
    zh: '十步看完怎么搭一张活动页，随时可以跳过；以后可在命令面板里找到“新手引导”。',
    en: 'Ten steps show how an activity page is made. Skip at any time; find the tour again in the command palette.',
  },
  palette: { zh: '从这里拿组件', en: 'Take widgets from here' },
  paletteText: {
    zh: '把组件拖到页面上，或选中后按回车。玩法组件会自动带上规则。',
    en: 'Drag a widget onto the page, or press Enter on it. Games bring rules of their own.',
  },
  canvas: { zh: '这就是访客看到的页面', en: 'This is the page that visitors see' },
  canvasText: {
    zh: '点选、拖动、双击改字。空格拖动画布，{mod}+滚轮缩放，Alt 拖出复制。',
    en: 'Click, drag, double-click to write. Space pans, {mod} and the wheel zoom, Alt drags a copy.',
  },
  inspector: { zh: '细节在右边', en: 'Details on the right' },
  inspectorText: {
    zh: '什么都不选时，这里改整页的主题；选中组件后改它的内容和样式，也可以只改某个阶段。',
    en: 'With nothing selected, the theme of the page; with a widget, its words and looks, also for one phase alone.',
  },
  outline: { zh: '图层', en: 'Layers' },
  outlineText: { zh: '看清谁在谁里面，改名、锁定、隐藏、多选和调整顺序。', en: 'What stands in what: rename, lock, hide, select several, change the order.' },
  looks: { zh: '换个样子看', en: 'Look at it another way' },
  looksText: {
    zh: '切换屏幕宽度、语言、活动阶段和组件状态，不用发布就能看到每种情况。',
    en: 'Other widths, languages, phases and states, without publishing anything.',
  },
  history: { zh: '每一步都在', en: 'Every step is kept' },
  historyText: {
    zh: '自动保存，随时撤销；点任意一步回到那里，刷新也不丢。',
    en: 'Saved by itself, undone at any time; click a step to go there, even after a reload.',
  },
  problems: { zh: '发布前的体检', en: 'A check-up before publishing' },
  problemsText: {
    zh: '内容、对比度、点击区域、体积，有问题会列在这里，很多可以一键修复。',
    en: 'Content, contrast, targets, weight: what could be better is listed, and much of it mended with a click.',
  },
  command: { zh: '一切都能搜', en: 'Everything can be found' },
  commandText: {
    zh: '{command} 打开命令面板，? 查看全部快捷键，右边可以扫码在手机上预览。',
    en: '{command} opens the command palette, ? lists all keys; the preview opens on your phone.',
  },
  publish: { zh: '设规则，再发布', en: 'Set the rules, then publish' },
  publishText: {
    zh: '奖品、概率和排期在“规则”，上线、回滚和数据在“发布”。就这些，开始吧！',
    en: 'Prizes, odds and dates are in Rules; going live, rolling back and results in Publish. That is all. Begin!',
  },
  step: { zh: '{n} / {of}', en: '{n} of {of}' },
  next: { zh: '下一步', en: 'Next' },
  back: { zh: '上一步', en: 'Back' },
  skip: { zh: '跳过', en: 'Skip' },
  done: { zh: '开始制作', en: 'Begin' },
})
