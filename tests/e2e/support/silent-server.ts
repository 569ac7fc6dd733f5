import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'

/** A server on this computer that nobody should ever call; it counts who does, by TCP and by UDP. */
export interface SilentServer {
  readonly port: number
  /** Calls so far, each with its first words. */
  readonly calls: readonly string[]
  /** Calls the server itself, to show that it would have heard the app, and waits until that is counted. */
  readonly callMyself: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts to listen on a free port of the loopback address. */
export async function listenSilently(): Promise<SilentServer> {
  const calls: string[] = []
  const server = createServer((socket) => {
    calls.push('tcp')
    socket.on('error', () => socket.destroy())
    socket.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4')
  datagrams.on('message', () => calls.push('udp'))
  datagrams.bind(port, '127.0.0.1')
  await once(datagrams, 'listening')
  return {
    port,
    calls,
    callMyself: async () => {
      const socket = connect(port, '127.0.0.1')
      socket.resume()
      await once(socket, 'close')
      const sender = createSocket('udp4')
      const heard = once(datagrams, 'message')
      sender.send('x', port, '127.0.0.1')
      await heard
      sender.close()
    },
    close: async () => {
      datagrams.close()
      server.close()
      await once(server, 'close')
    },
  }
}
