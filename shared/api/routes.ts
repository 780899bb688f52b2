import type * as z from 'zod/mini'
import type { Action } from '../roles.ts'
import {
  AddedSheetSchema,
  AddSheetSchema,
  BoardSchema,
  ChangeBoardSchema,
  CreateBoardSchema,
  CreatedBoardSchema,
  ImageSchema,
} from './boards.ts'
import { DossierSchema } from './dossier.ts'
import { InvitationRequestSchema, InvitationSchema, JoinedSchema, JoinSchema, PeopleSchema } from './invitations.ts'
import { RecordsSchema, TemplateListSchema } from './reading.ts'

/** One HTTP route: where, who may, what goes in and what comes out. Server, client and OpenAPI all read this table. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'put' | 'delete'
  readonly path: string
  readonly summary: string
  /** The right that the session must have; null where no session is needed. */
  readonly needs: Action | null
  readonly body?: z.ZodMiniType
  /** A body that is not JSON, by content type. */
  readonly binaryBody?: string
  readonly status: 200 | 201 | 204
  readonly answer?: z.ZodMiniType
}

const api = '/api/v1'

export const ROUTES = {
  createBoard: {
    method: 'post',
    path: `${api}/boards`,
    summary: 'Make a table',
    needs: null,
    body: CreateBoardSchema,
    status: 201,
    answer: CreatedBoardSchema,
  },
  readInvitation: {
    method: 'post',
    path: `${api}/invitations`,
    summary: 'See which table a link or code opens',
    needs: null,
    body: InvitationRequestSchema,
    status: 200,
    answer: InvitationSchema,
  },
  join: {
    method: 'post',
    path: `${api}/boards/:id/join`,
    summary: 'Trade a link or code for a seat',
    needs: null,
    body: JoinSchema,
    status: 200,
    answer: JoinedSchema,
  },
  leave: {
    method: 'delete',
    path: `${api}/boards/:id/session`,
    summary: 'Give up the seat on this device',
    needs: 'board.read',
    status: 204,
  },
  readBoard: {
    method: 'get',
    path: `${api}/boards/:id`,
    summary: 'The table and your place at it',
    needs: 'board.read',
    status: 200,
    answer: BoardSchema,
  },
  changeBoard: {
    method: 'patch',
    path: `${api}/boards/:id`,
    summary: 'Rename the table, open or close the door',
    needs: 'board.settings',
    body: ChangeBoardSchema,
    status: 200,
    answer: BoardSchema,
  },
  renewLink: {
    method: 'post',
    path: `${api}/boards/:id/links/:role/renewal`,
    summary: 'Replace the link of a role; who came in by the old one is shown out',
    needs: 'links.renew',
    status: 200,
    answer: BoardSchema,
  },
  addSheet: {
    method: 'post',
    path: `${api}/boards/:id/sheets`,
    summary: 'Lay a plate on the table',
    needs: 'sheets.add',
    body: AddSheetSchema,
    status: 201,
    answer: AddedSheetSchema,
  },
  readPeople: {
    method: 'get',
    path: `${api}/boards/:id/people`,
    summary: 'Who sits or sat at the table',
    needs: 'people.read',
    status: 200,
    answer: PeopleSchema,
  },
  showOut: {
    method: 'delete',
    path: `${api}/boards/:id/people/:participantId`,
    summary: 'Show a person out',
    needs: 'people.showOut',
    status: 204,
  },
  readRecords: {
    method: 'get',
    path: `${api}/boards/:id/records`,
    summary: 'The board as records',
    needs: 'board.read',
    status: 200,
    answer: RecordsSchema,
  },
  readDossier: {
    method: 'get',
    path: `${api}/boards/:id/dossier`,
    summary: 'All that the software derives from the board',
    needs: 'board.read',
    status: 200,
    answer: DossierSchema,
  },
  uploadImage: {
    method: 'post',
    path: `${api}/boards/:id/images`,
    summary: 'Store a picture for this board',
    needs: 'images.upload',
    binaryBody: 'image/*',
    status: 201,
    answer: ImageSchema,
  },
  readImage: {
    method: 'get',
    path: `${api}/boards/:id/images/:name`,
    summary: 'A stored picture',
    needs: 'board.read',
    status: 200,
  },
  readTemplates: {
    method: 'get',
    path: `${api}/templates`,
    summary: 'The plates',
    needs: null,
    status: 200,
    answer: TemplateListSchema,
  },
} as const satisfies Record<string, Route>
export type RouteName = keyof typeof ROUTES
