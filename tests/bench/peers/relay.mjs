// The least that a server can do: every frame to all others, each by itself.
import { listen } from './listen.mjs'

const sockets = new Set()

listen((socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (frame) => {
    for (const other of sockets) if (other !== socket) other.send(frame)
  })
})
