import { connect, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Scanner } from './scanner';

const IDLE_MS = 60_000;

/** ClamAV's daemon, by its command INSTREAM. @param address host and port, or the path of its socket */
export const clamdScanner =
  (address: { readonly host: string; readonly port: number } | { readonly path: string }): Scanner =>
  async (content) => {
    const socket = connect(address);
    socket.setTimeout(IDLE_MS, () => socket.destroy(new Error('clamd does not answer')));
    const answer = text(socket);
    try {
      // The daemon may end the conversation early, as at a size that it does not take. Its answer says why.
      await Promise.all([send(content, socket), answer]);
    } catch (error) {
      content.destroy();
      socket.destroy();
      await answer.catch(() => undefined);
      throw error;
    }
    return verdictIn(await answer);
  };

async function send(content: NodeJS.ReadableStream, socket: Socket): Promise<void> {
  socket.write('zINSTREAM\0');
  const frames = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, Buffer.concat([lengthOf(chunk.length), chunk]));
    },
    flush(done) {
      done(null, lengthOf(0));
    },
  });
  await pipeline(content, frames, socket, { end: false });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

function verdictIn(answer: string): 'CLEAN' | 'INFECTED' {
  if (/: OK\0?$/.test(answer)) return 'CLEAN';
  if (/ FOUND\0?$/.test(answer)) return 'INFECTED';
  throw new Error(`clamd answered ${answer}`);
}
