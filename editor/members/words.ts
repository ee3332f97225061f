import { dictionary } from '../i18n/dictionary'

export const membersWords = dictionary({
  title: { zh: '成员', en: 'Members' },
  text: { zh: '每个人只拿到工作需要的权限。', en: 'Everyone gets just the rights that their work needs.' },
  add: { zh: '添加成员', en: 'Add a member' },
  name: { zh: '姓名', en: 'Name' },
  email: { zh: '邮箱', en: 'E-mail' },
  role: { zh: '角色', en: 'Role' },
  password: { zh: '初始密码', en: 'First password' },
  passwordHint: { zh: '至少 12 个字符，请当面或用安全的方式告诉对方。', en: 'At least 12 characters. Pass it on in person or by a safe way.' },
  you: { zh: '你', en: 'You' },
  ownerText: { zh: '所有权限，包括成员和强制发布', en: 'Everything, members and overrides included' },
  designerText: { zh: '编辑页面', en: 'Edits pages' },
  operatorText: { zh: '编辑页面和规则，发布与回滚', en: 'Edits pages and rules, publishes and rolls back' },
  viewerText: { zh: '只能查看', en: 'Only looks' },
  remove: { zh: '移除', en: 'Remove' },
  removeTitle: { zh: '移除“{name}”？', en: 'Remove “{name}”?' },
  removeText: {
    zh: '对方会立即退出登录，不能再打开编辑器。TA 做过的修改和记录都保留。',
    en: 'They are signed out at once and can no longer open the editor. What they did stays on record.',
  },
  added: { zh: '已添加“{name}”', en: '“{name}” was added' },
  changed: { zh: '“{name}”现在是{role}', en: '“{name}” is now: {role}' },
})
