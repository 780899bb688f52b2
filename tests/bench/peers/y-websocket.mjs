// @y/websocket-server as its own server.js sets it up; keeps documents in LevelDB when it is given a folder.
import { listen } from './listen.mjs'

if (process.env.DATA_DIR) process.env.YPERSISTENCE = process.env.DATA_DIR
const { setupWSConnection } = await import('@y/websocket-server/utils')

listen((socket, request) => setupWSConnection(socket, request))
