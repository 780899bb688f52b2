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
import { addTemplate, readTemplate, readTemplates, removeTemplate } from './plates.ts'
import { RecordsSchema } from './reading.ts'
import type { Route } from './route.ts'

const api = '/api/v1'

export const createBoard = {
  method: 'post',
  path: `${api}/boards`,
  summary: 'Make a table',
  needs: null,
  body: CreateBoardSchema,
  status: 201,
  answer: CreatedBoardSchema,
} as const satisfies Route

export const readInvitation = {
  method: 'post',
  path: `${api}/invitations`,
  summary: 'See which table a link or code opens',
  needs: null,
  body: InvitationRequestSchema,
  status: 200,
  answer: InvitationSchema,
} as const satisfies Route

export const join = {
  method: 'post',
  path: `${api}/boards/:id/join`,
  summary: 'Trade a link or code for a seat',
  needs: null,
  body: JoinSchema,
  status: 200,
  answer: JoinedSchema,
} as const satisfies Route

export const leave = {
  method: 'delete',
  path: `${api}/boards/:id/session`,
  summary: 'Give up the seat on this device',
  needs: 'board.read',
  status: 204,
} as const satisfies Route

export const readBoard = {
  method: 'get',
  path: `${api}/boards/:id`,
  summary: 'The table and your place at it',
  needs: 'board.read',
  status: 200,
  answer: BoardSchema,
} as const satisfies Route

export const changeBoard = {
  method: 'patch',
  path: `${api}/boards/:id`,
  summary: 'Rename the table, open or close the door, say what participants may do',
  needs: 'board.settings',
  body: ChangeBoardSchema,
  status: 200,
  answer: BoardSchema,
} as const satisfies Route

export const renewLink = {
  method: 'post',
  path: `${api}/boards/:id/links/:role/renewal`,
  summary: 'Replace the link of a role; who came in by the old one is shown out',
  needs: 'links.renew',
  status: 200,
  answer: BoardSchema,
} as const satisfies Route

export const addSheet = {
  method: 'post',
  path: `${api}/boards/:id/sheets`,
  summary: 'Lay a plate on the table',
  needs: 'sheets.add',
  body: AddSheetSchema,
  status: 201,
  answer: AddedSheetSchema,
} as const satisfies Route

export const readPeople = {
  method: 'get',
  path: `${api}/boards/:id/people`,
  summary: 'Who sits or sat at the table',
  needs: 'people.read',
  status: 200,
  answer: PeopleSchema,
} as const satisfies Route

export const showOut = {
  method: 'delete',
  path: `${api}/boards/:id/people/:participantId`,
  summary: 'Show a person out',
  needs: 'people.showOut',
  status: 204,
} as const satisfies Route

export const readRecords = {
  method: 'get',
  path: `${api}/boards/:id/records`,
  summary: 'The board as records',
  needs: 'board.read',
  status: 200,
  answer: RecordsSchema,
} as const satisfies Route

export const readSnapshot = {
  method: 'get',
  path: `${api}/boards/:id/snapshot`,
  summary: 'The document as one Yjs update of format 2; `?snapshot=<ETag>` on the socket brings what came since',
  needs: 'board.read',
  status: 200,
} as const satisfies Route

export const readDossier = {
  method: 'get',
  path: `${api}/boards/:id/dossier`,
  summary: 'All that the software derives from the board',
  needs: 'board.read',
  status: 200,
  answer: DossierSchema,
} as const satisfies Route

export const uploadImage = {
  method: 'post',
  path: `${api}/boards/:id/images`,
  summary: 'Store a picture for this board',
  needs: 'images.upload',
  binaryBody: 'image/*',
  status: 201,
  answer: ImageSchema,
} as const satisfies Route

export const readImage = {
  method: 'get',
  path: `${api}/boards/:id/images/:name`,
  summary: 'A stored picture',
  needs: 'board.read',
  status: 200,
} as const satisfies Route

/** Every route by name, in the order of the API's description. */
export const ROUTES = {
  createBoard,
  readInvitation,
  join,
  leave,
  readBoard,
  changeBoard,
  renewLink,
  addSheet,
  readPeople,
  showOut,
  readRecords,
  readSnapshot,
  readDossier,
  uploadImage,
  readImage,
  readTemplates,
  readTemplate,
  addTemplate,
  removeTemplate,
} as const satisfies Record<string, Route>
export type RouteName = keyof typeof ROUTES
