import type { Request } from 'express'
import { isOwn } from '../../shared/templates/own-id.ts'
import { seatsOf } from '../auth/actor.ts'
import { mayMakeBoards } from '../auth/organiser.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/route.ts'
import type { Services } from '../services.ts'

const A_DAY_S = 24 * 60 * 60

/**
 * The plates, and keeping own ones. Those belong to the organisation, so only its guests see them: who has a seat at any
 * table of this server, or may make tables. A gespreksleider of any table may keep and remove them: that link is given out
 * by who may make tables, and making one gives it.
 */
export function plateRoutes({
  plates,
  sessions,
  config,
  limits,
}: Services): Pick<Handlers, 'readTemplates' | 'readTemplate' | 'addTemplate' | 'removeTemplate'> {
  const maySeeOwn = async (request: Request) =>
    mayMakeBoards(request, config) || (await seatsOf(sessions, request)).length > 0

  return {
    async readTemplates({ request }) {
      if (!(await maySeeOwn(request))) return request.query.own === 'true' ? [] : plates.built
      await limits.plates(request.ip)
      const own = (await plates.own()).map((plate) => ({ ...plate, own: true as const }))
      return request.query.own === 'true' ? own : [...plates.built, ...own]
    },

    async readTemplate({ params: { template: id }, request, response }) {
      const isKnown = plates.isBuilt(id) || (await maySeeOwn(request))
      const plate = isKnown ? plates.templateOf(id) : undefined
      if (plate === undefined) throw new Problem('not-found')
      // What people made never changes under its id; a browser that keeps it draws it without a connection too.
      if (isOwn(plate)) response.set('Cache-Control', `private, max-age=${A_DAY_S}, immutable`)
      return isOwn(plate) ? { ...plate, own: true as const } : plate
    },

    async addTemplate({ body, session }) {
      await limits.newPlate(session.participantId)
      return { ...(await plates.keep(body)), own: true as const }
    },

    async removeTemplate({ params: { template: id } }) {
      await plates.remove(id)
      return undefined
    },
  }
}
