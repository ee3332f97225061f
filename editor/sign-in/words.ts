import { dictionary } from '../i18n/dictionary'

export const signInWords = dictionary({
  title: { zh: '登录 Festoon', en: 'Sign in to Festoon' },
  tagline: { zh: '设计、发布、运营你的活动页。', en: 'Design, publish and run your activity pages.' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  setUpTitle: { zh: '欢迎使用 Festoon', en: 'Welcome to Festoon' },
  setUpText: { zh: '先建立第一个账户。它是所有者，之后可以邀请其他成员。', en: 'Make the first account. It is the owner, who can add everybody else later.' },
  name: { zh: '姓名', en: 'Your name' },
  passwordHint: { zh: '至少 12 个字符', en: 'At least 12 characters' },
  token: { zh: '安装口令', en: 'Set-up token' },
  tokenHint: { zh: '服务器启动时打印在日志里，用来确认你就是安装者。', en: 'Printed in the server’s log when it started. It shows that the server is yours.' },
  setUp: { zh: '建立账户', en: 'Make the account' },
})
