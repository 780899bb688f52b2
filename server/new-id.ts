import { nanoid } from 'nanoid'
import { type BoardId, BoardIdSchema, type ParticipantId, ParticipantIdSchema } from '../shared/ids.ts'

/** 72 random bits: enough that nobody lists tables by trying. */
const ID_CHARS = 12

export const newBoardId = (): BoardId => BoardIdSchema.parse(nanoid(ID_CHARS))
export const newParticipantId = (): ParticipantId => ParticipantIdSchema.parse(nanoid(ID_CHARS))
export const newRecordId = (): string => nanoid(ID_CHARS)
