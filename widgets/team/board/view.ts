import { say } from '../../../schemas/words'
import { grouped } from '../../grouped'
import { html, type Html } from '../../html'
import { notice, noticeWords } from '../../notice'
import { view } from '../../view'
import type { ShownTeam, TeamMine, TeamShown } from '../rules'
import type { TeamBoardProps } from './spec'

const words = {
  ...noticeWords,
  teams: { zh: '{n} 支战队参赛', en: '{n} teams' },
  free: { zh: '虚位以待', en: 'Could be yours' },
  mine: { zh: '我的战队', en: 'My team' },
  off: { zh: '暂未上榜', en: 'Not on the board yet' },
  none: { zh: '还没有战队', en: 'No team yet' },
} as const

/** The best teams, and the visitor's own under them. */
export const teamBoardView = view<TeamBoardProps, Record<never, never>, TeamShown, TeamMine>()({
  words,
  state: () => ({}),
  html({ title, rows }, _state, scene) {
    const { t, locale, play } = scene
    const shown = play && play.shown
    const mine = play && play.mine
    const known = shown && shown.teams !== null
    const unit = shown ? say(shown.unit || '', locale) : ''
    const places = Array.from({ length: Math.min(rows, shown ? shown.size : rows) }, (_, i) => row(i + 1, shown ? shown.top[i] : undefined))
    return html`<section class="card tb"><h2 class="title">${say(title, locale)}</h2><p class="muted">${known && t('teams', { n: grouped(shown.teams!) })}</p><ol aria-busy="${String(!known)}">${places}</ol>${own()}${notice(scene)}</section>`

    function row(place: number, team: ShownTeam | undefined): Html {
      if (!team) return html`<li data-key="${place}" class="tb-free"><i>${place}</i><span>${known && play.stage !== 'ended' && t('free')}</span></li>`
      return html`<li data-key="${place}"><i>${place}</i><span>${team.name}<small> ${team.size}/${shown!.capacity}</small></span>${scored(team.score)}</li>`
    }
    function own(): Html {
      const team = mine && mine.team
      if (!team) return html`<div class="tb-own"><i>–</i><span>${mine ? t('none') : t('mine')}</span></div>`
      return html`<div class="tb-own"><i>${team.place || '–'}</i><span>${team.name}<small> ${team.place ? t('mine') : t('off')}</small></span>${scored(team.score)}</div>`
    }
    function scored(score: number): Html {
      return html`<b>${grouped(score)}<small> ${unit}</small></b>`
    }
  },
})
