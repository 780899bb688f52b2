/** Below this zoom the foot of a note shows the sign of its kind without the word. */
export const KIND_WORD_ZOOM = 0.6
