import type { Fairness } from '../../schemas/api/fairness'

/** How anybody works a draw out again with nothing but SHA-256. */
export const method: Fairness['method'] = {
  commitment: 'commitment = hex(SHA-256(the 32 bytes of seed))',
  random: 'random = hex(HMAC-SHA256(key: the 32 bytes of seed, message: activity + "|" + play + "|" + visitor + "|" + Idempotency-Key of the act))',
  numbers:
    'A number below n: take the next 8 hex digits of random as a whole number t; when t is below 2^32 - (2^32 mod n) it is t mod n, else take the next 8.',
  rulesVersion: 'hex(SHA-256(the rules as JSON: keys sorted, no blanks))',
  summary: {
    'zh-CN':
      '每一期的种子在第一次抽奖前就定好，并先公布它的哈希（commitment）；活动结束后公布种子本身。用种子、你的访客编号和请求标识就能算出当时的随机数，再对照凭据上的规则版本和公示概率，即可验证结果没有被改动。',
    'en': 'The seed of an epoch is fixed before its first draw, and its hash (commitment) is public from then on; the seed itself follows when the activity is over. With the seed, your visitor id and the key of your request you can work out the random number of your draw, and hold it against the rules version on your receipt and the published odds.',
  },
}
