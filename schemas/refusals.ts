import type { Bilingual } from './words'

interface Refusal extends Bilingual {
  readonly status: number
}

const refusal = (status: number, zh: string, en: string): Refusal => ({ status, zh, en })

/** Every expected "no" of the product. Codes are permanent; words say what happened, then what to do. */
export const refusals = {
  'not-started': refusal(409, '活动还没开始，开始后再来吧。', 'The activity has not started yet. Come back when it opens.'),
  'ended': refusal(409, '活动已经结束。', 'The activity is over.'),
  'not-open': refusal(409, '这个环节现在没有开放。', 'This part is not open right now.'),
  'offline': refusal(409, '活动已暂停，请稍后再来。', 'The activity is paused. Please come back later.'),
  'no-chance-left': refusal(409, '今天的机会用完了，明天再来吧。', 'No chances left today. Come back tomorrow.'),
  'limit-reached': refusal(409, '已达到次数上限。', 'You have reached the limit.'),
  'already-done': refusal(409, '你已经完成过了。', 'You have done this already.'),
  'sold-out': refusal(409, '奖品已经发完。', 'All prizes have been given away.'),
  'full': refusal(409, '名额已满。', 'All places are taken.'),
  'self-invite': refusal(409, '这是你自己的邀请链接，发给朋友吧。', 'This is your own link. Send it to a friend.'),
  'not-new': refusal(409, '只有新朋友才能接受邀请。', 'Only newcomers can accept an invitation.'),
  'no-team': refusal(409, '没有找到这支战队，核对一下战队码吧。', 'There is no such team. Check the code.'),
  'not-enough-points': refusal(409, '积分不足。', 'Not enough points.'),
  'no-makeup-card': refusal(409, '没有补签卡。', 'You have no make-up card.'),
  'day-not-open': refusal(409, '这一天不能补签。', 'That day cannot be made up.'),
  'frozen': refusal(409, '榜单已锁定，成绩不再变化。', 'The board is frozen. Scores no longer change.'),
  'release-superseded': refusal(
    409,
    '活动刚刚更新了，请刷新页面再试。机会没有扣除。',
    'The activity has just been updated. Reload the page and try again; nothing was spent.',
  ),
  'key-reused': refusal(422, '同一个请求标识用在了不同的请求上。', 'This idempotency key was already used for a different request.'),
  'key-missing': refusal(400, '缺少 Idempotency-Key 请求头。', 'The Idempotency-Key header is missing.'),
  'unknown-play': refusal(404, '没有这个玩法。', 'There is no such play.'),
  'unknown-action': refusal(404, '这个玩法没有这个动作。', 'This play has no such action.'),
  'bad-input': refusal(400, '提交的内容不符合要求。', 'The request is not valid. See the problems listed.'),
  'bad-json': refusal(400, '内容不是有效的 JSON。', 'The body is not valid JSON.'),
  'too-large': refusal(413, '内容太大。', 'The body is too large.'),
  'too-deep': refusal(400, '内容嵌套过深。', 'The body is nested too deeply.'),
  'too-slow': refusal(408, '内容没有及时传完，请重试。', 'The body did not arrive in time. Try again.'),
  'not-json': refusal(415, '请用 application/json 提交。', 'Send the body as application/json.'),
  'bad-token': refusal(401, '签名无效或已过期。', 'The token is invalid or has expired.'),
  'no-visitor': refusal(401, '请先打开活动页面。', 'Open the activity page first.'),
  'signed-out': refusal(401, '请先登录。', 'Sign in first.'),
  'wrong-password': refusal(401, '邮箱或密码不对。', 'Wrong e-mail or password.'),
  'forbidden': refusal(403, '你的角色没有这个权限。', 'Your role does not allow this.'),
  'cross-site': refusal(403, '不接受来自其他网站的请求。', 'Requests from other sites are not accepted.'),
  'not-found': refusal(404, '没有找到。', 'Not found.'),
  'method-not-allowed': refusal(405, '不支持这个请求方法。', 'This method is not supported here.'),
  'slug-taken': refusal(409, '这个访问地址已被占用，请换一个。', 'This address is taken. Choose another.'),
  'email-taken': refusal(409, '这个邮箱已有账号。', 'There is an account with this e-mail already.'),
  'last-owner': refusal(409, '至少要留一位所有者。', 'At least one owner has to remain.'),
  'revision-missing': refusal(428, '缺少 If-Match 请求头，请带上你打开时的版本。', 'The If-Match header is missing. Send the revision you opened.'),
  'revision-stale': refusal(
    412,
    '在你打开之后，有人保存过这个文档。查看他们的修改，然后再保存。',
    'Someone saved this document after you opened it. Review their changes, then save again.',
  ),
  'has-problems': refusal(422, '还有需要先解决的问题。', 'There are problems to solve first.'),
  'adverse-change': refusal(409, '活动进行中，不能发布对参与者不利的规则变更。', 'Rules cannot be changed to visitors’ disadvantage while the activity runs.'),
  'not-forward': refusal(409, '发放状态只能向前推进。', 'An award only moves forward: what was settled stays settled.'),
  'in-use': refusal(409, '正在被使用，不能删除。', 'It is in use and cannot be deleted.'),
  'unsupported-file': refusal(
    415,
    '不支持这种文件。请上传 PNG、JPEG、WebP 或 GIF 图片。',
    'This kind of file is not supported. Upload a PNG, JPEG, WebP or GIF image.',
  ),
  'too-many-pixels': refusal(413, '图片像素过大，最多 2500 万像素。', 'The image has too many pixels (25 million at most).'),
  'too-many-requests': refusal(429, '操作太频繁，请稍后再试。', 'Too many requests. Try again shortly.'),
  'busy': refusal(503, '现在人太多了，请稍后再试。', 'Very busy right now. Try again in a moment.'),
  'internal': refusal(500, '服务器出错了，我们已记录。请稍后再试。', 'Something went wrong on our side and was logged. Try again later.'),
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof refusals
