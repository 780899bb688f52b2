// The relay, with one write for each receiver in a turn of the event loop.
import { listen } from './listen.mjs'

/** Socket → where its bytes go. */
const sockets = new Map()
let isPlanned = false
let waiting = []

function flush() {
  isPlanned = false
  const frames = waiting
  waiting = []
  for (const [socket, stream] of sockets) {
    stream.cork()
    for (const { from, frame } of frames) if (from !== socket) socket.send(frame)
    stream.uncork()
  }
}

listen((socket, request) => {
  sockets.set(socket, request.socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (frame) => {
    waiting.push({ from: socket, frame })
    if (isPlanned) return
    isPlanned = true
    setImmediate(flush)
  })
})
