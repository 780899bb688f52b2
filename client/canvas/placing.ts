import type { Editor } from 'tldraw'
