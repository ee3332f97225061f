import type { Bilingual } from '../../schemas/words'

/** Why something did not come over as it was. */
export const reasons = {
  'no-widget': { zh: '这里没有对应的组件,原样保留为占位', en: 'No widget here does the same; kept as it was, as a placeholder' },
  'unknown-box': { zh: '没有对应的容器,改为区块', en: 'No such container here; became a section' },
  'dissolved': { zh: '只起排版作用的外层已去掉,内容上移', en: 'A wrapper that only arranged others is gone; what it held moved up' },
  'spacing': { zh: '空白间距由主题统一控制', en: 'Distances follow the theme here' },
  'empty': { zh: '没有内容', en: 'There was nothing in it' },
  'script': { zh: '脚本不会被导入', en: 'Scripts are never imported' },
  'event': { zh: '有的交互在这里没有对应动作', en: 'Some of what it did on a tap has no counterpart here' },
  'other-page': { zh: '跳转到同一文件的另一页,请发布后改成链接', en: 'Led to another page of the same file; link it once that page is published' },
  'data-source': { zh: '绑定的数据不会被导入', en: 'Bound data is not imported' },
  'bound': { zh: '绑定的文字已换成它的默认值', en: 'A bound text became its default value' },
  'condition': { zh: '显示条件不会被导入', en: 'Its display conditions are not imported' },
  'animation': { zh: '动画不会被导入,可在“动效”里重新选', en: 'Animations are not imported; choose a motion anew' },
  'style': { zh: '部分样式在这里由主题决定', en: 'Some of its style follows the theme here' },
  'rich-text': { zh: '文字内的部分格式已去掉', en: 'Some formatting inside the text is gone' },
  'columns': { zh: '多栏改为上下排列', en: 'Columns became rows' },
  'slides': { zh: '逐屏翻页改为上下排列的几屏', en: 'Slides became screens one below the other' },
  'responsive': { zh: '其他屏幕宽度的样式不会被导入', en: 'Styles for other screen widths are not imported' },
  'form-field': { zh: '表单字段请在规则里的表单中重新设置', en: 'Set form fields anew in the rules' },
  'remote-image': { zh: '图片仍在原来的服务器上,建议上传到这里', en: 'The picture is still on its old server; better upload it here' },
  'lost-image': { zh: '图片地址在这里打不开,请重新上传', en: 'The picture’s address does not work here; upload it again' },
  'bad-image': { zh: '内嵌图片的格式不支持', en: 'An embedded picture is of a kind that is not supported' },
  'stored-image': { zh: '内嵌图片已存入素材库', en: 'An embedded picture was put into the library' },
  'bad-link': { zh: '链接地址不安全,已去掉', en: 'An unsafe link is gone' },
  'own-pictures': { zh: '换成了这里的样子,自带图片不再使用', en: 'Looks as it does here; its own pictures are not used' },
  'prizes': { zh: '奖品和概率请在规则里设置', en: 'Set prizes and odds in the rules' },
  'task': { zh: '任务请在规则里设置', en: 'Set tasks in the rules' },
  'hidden': { zh: '原来是隐藏的', en: 'It was hidden' },
  'fixed': { zh: '悬浮位置改为固定在页面上', en: 'It floated over the screen; it now stands on the page' },
  'too-many': { zh: '超过一张页面能放的节点数', en: 'More than a page may hold' },
  'cut': { zh: '文字太长,已截断', en: 'The text was too long and was cut' },
} satisfies { readonly [code: string]: Bilingual }

export type ReasonCode = keyof typeof reasons
