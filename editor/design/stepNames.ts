import type { Bilingual } from '../../schemas/words'

/** What undo steps are called. */
export const stepNames = {
  insert: ({ zh, en }: Bilingual): Bilingual => ({ zh: `添加${zh}`, en: `Add ${en.toLowerCase()}` }),
  change: ({ zh, en }: Bilingual): Bilingual => ({ zh: `修改${zh}`, en: `Change ${en.toLowerCase()}` }),
  paste: { zh: '粘贴', en: 'Paste' },
  remove: { zh: '删除', en: 'Delete' },
  move: { zh: '移动', en: 'Move' },
  resize: { zh: '调整大小', en: 'Resize' },
  reorder: { zh: '调整顺序', en: 'Reorder' },
  duplicate: { zh: '复制一份', en: 'Duplicate' },
  rename: { zh: '重命名', en: 'Rename' },
  hide: { zh: '显示或隐藏', en: 'Show or hide' },
  lock: { zh: '锁定或解锁', en: 'Lock or unlock' },
  when: { zh: '修改显示时机', en: 'Change visibility' },
  tap: { zh: '修改点击动作', en: 'Change tap actions' },
  motion: { zh: '修改入场动画', en: 'Change entrance' },
  play: { zh: '绑定玩法', en: 'Bind a play' },
  align: { zh: '对齐', en: 'Align' },
  theme: { zh: '修改主题', en: 'Change theme' },
  page: { zh: '修改页面设置', en: 'Change page settings' },
  source: { zh: '编辑源码', en: 'Edit source' },
  recover: { zh: '恢复修改', en: 'Recover changes' },
} as const
