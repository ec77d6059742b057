import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that a test can open and cut. */
export interface Forward {
  /** The server's URL by this way. */
  readonly url: string;
  open(): Promise<void>;
  /**
   * Ends all connections, and each new one at once. Not a refusal: jest's realm does not know the class of Node's own
   * ECONNREFUSED, so that graphql takes it for something else than an error.
   */
  hangUp(): void;
  /** Ends all connections and accepts no others. */
  cut(): Promise<void>;
}

/** Makes a way to the server of a URL, on a free port that stays the same; it is not open yet. */
export async function forwardTo(target: string): Promise<Forward> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let hangingUp = false;
  const server = createServer((socket) => {
    if (hangingUp) {
      socket.on('error', () => undefined);
      socket.resume().end();
      return;
    }
    const upstream = connect(Number(port), hostname);
    for (const [end, other] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      sockets.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => other.destroy());
    }
  });
  const listen = async (wanted: number) => {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    // A server on a TCP port has an address of this kind.
    return (server.address() as AddressInfo).port;
  };
  const cut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  const own = await listen(0);
  await cut();
  return {
    url: Object.assign(new URL(target), { hostname: '127.0.0.1', port: String(own) }).toString(),
    open: async () => {
      hangingUp = false;
      if (!server.listening) await listen(own);
    },
    hangUp: () => {
      hangingUp = true;
      for (const socket of sockets) socket.destroy();
    },
    cut,
  };
}
