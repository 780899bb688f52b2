import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

/** Serves sockets on a free port, says where, and answers plain requests with `page`. */
export function listen(onSocket, page = () => '') {
  const http = createServer((_request, response) => response.end(page()))
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false, maxPayload: 64 * 1024 * 1024 })
  sockets.on('connection', onSocket)
  http.listen(0, '127.0.0.1', () => ready(http.address().port))
}

/** The line that the benchmark waits for. */
export const ready = (port) => process.stdout.write(`ready on http://127.0.0.1:${port}\n`)
