import type { Json } from '../../../schemas/play'
import { say } from '../../../schemas/words'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { isOpen, notice, noticeWords } from '../../notice'
import { view } from '../../view'
import { gainText } from '../../gainText'
import type { OwnTeam, TeamMine, TeamShown } from '../rules'
import type { TeamCardProps } from './spec'

const words = {
  ...noticeWords,
  name: { zh: '队名', en: 'Team name' },
  code: { zh: '战队码', en: 'Team code' },
  join: { zh: '加入', en: 'Join' },
  friend: { zh: '加入好友的战队', en: 'Join your friend’s team' },
  or: { zh: '已有战队码？', en: 'Got a team code?' },
  rule: { zh: '{n} 人一队', en: '{n} a team' },
  full: { zh: '满员每人得 {gain}', en: 'full: {gain} each' },
  me: { zh: '我', en: 'Me' },
  free: { zh: '待加入', en: 'Free' },
  goal: { zh: '满 {n} {unit}，每人得 {gain}', en: '{n} {unit}: {gain} each' },
  place: { zh: '第 {n} 名', en: 'No. {n}' },
  copy: { zh: '复制链接', en: 'Copy link' },
  leave: { zh: '退出战队', en: 'Leave the team' },
} as const

interface CardState {
  readonly busy: boolean
  /** A member of the team whose link led here; empty: nobody. */
  readonly by: string
}

/** Where a team is founded or joined, and then what it is: its members, its score and what that leads to. */
export const teamCardView = view<TeamCardProps, CardState, TeamShown, TeamMine>()({
  words,
  state: () => ({ busy: false, by: '' }),
  html({ title, create, call }, { busy, by }, scene) {
    const { t, locale, play } = scene
    const shown = play && play.shown
    const team = play && play.mine && play.mine.team
    const isShut = busy || !isOpen(scene)
    const free = shown && team ? Math.max(0, shown.capacity - team.members.length) : 0
    const unit = shown ? say(shown.unit || '', locale) : ''
    return html`<section class="card tm"><h2 class="title">${say(title, locale)}</h2><p class="muted">${shown && [t('rule', { n: shown.capacity }), shown.full && t('full', { gain: gainText(shown.full, locale) })].filter(Boolean).join(' · ')}</p>${team ? own(team) : found()}${notice(scene)}</section>`

    function found(): Html {
      return html`${by && html`<button type="button" class="btn" data-click="follow" ${isShut && 'disabled'}>${t('friend')}</button>`}${ask('create', 'name', 12, say(create, locale))}<p class="muted">${t('or')}</p>${ask('join', 'code', 8, t('join'))}`
    }
    function ask(act: string, field: 'name' | 'code', longest: number, label: string): Html {
      return html`<form class="tm-row" data-submit="${act}" data-key="${act}"><input name="${field}" aria-label="${t(field)}" placeholder="${t(field)}" maxlength="${longest}" required><input type="submit" class="btn${field === 'code' && ' quiet'}" value="${label}" ${isShut && 'disabled'}></form>`
    }
    function own({ code, name, score, place, members, paid, canLeave }: OwnTeam): Html {
      return html`<div class="tm-row"><p><b>${name}</b><br><small>${t('code')} ${code}</small></p><p class="tm-sum"><b>${grouped(score)}</b> ${unit}<br><small>${place && t('place', { n: place })}</small></p></div><ul class="tm-all">${members.map((member) => slot(member.me ? t('me') : member.name, grouped(member.scored)))}${Array.from({ length: free }, () => html`<li><i>+</i><small>${t('free')}</small></li>`)}</ul>${shown && shown.goals.map((goal, i) => html`<div class="tm-goal"><progress max="${goal.score}" value="${Math.min(score, goal.score)}" aria-label="${gainText(goal.gain, locale)}"></progress><small>${paid[i] && '✓ '}${t('goal', { n: grouped(goal.score), unit, gain: gainText(goal.gain, locale) })}</small></div>`)}${free > 0 && html`<div class="tm-row"><button type="button" class="btn" data-click="share">${say(call, locale)}</button><button type="button" class="btn quiet" data-click="copy">${t('copy')}</button></div>`}${canLeave && html`<button type="button" class="link" data-click="leave" ${isShut && 'disabled'}>${t('leave')}</button>`}`
    }
    function slot(name: string, scored: string): Html {
      return html`<li><i class="tm-in" aria-hidden="true">${Array.from(name)[0]}</i><small>${name}<br>${scored}</small></li>`
    }
  },
  act: {
    create: ({ element, ...acting }) => send(acting, 'create', { name: typed(element, 'name') }),
    join: ({ element, ...acting }) => send(acting, 'join', { team: typed(element, 'code') }),
    follow: (acting) => send(acting, 'join', { by: acting.state().by }),
    leave: (acting) => send(acting, 'leave', {}),
    share: ({ host }) => host.share(),
    copy: ({ host }) => host.copy(),
  },
  start({ host, set }) {
    void host.refresh().then(() => set({ by: host.by() || '' }))
  },
})

function typed(element: HTMLElement, field: string): string {
  return element.querySelector<HTMLInputElement>(`[name=${field}]`)!.value.trim()
}

async function send(
  { set, host }: { set: (change: Partial<CardState>) => void; host: { act(action: string, input: Json): Promise<unknown> } },
  action: string,
  input: Json,
): Promise<void> {
  set({ busy: true })
  try {
    await host.act(action, input)
  } finally {
    set({ busy: false })
  }
}
