import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { EICAR } from '../../../../tests/support/files/samples';
import { scannerAt } from '../settings/open-files';

const CLEAN = Buffer.alloc(200_000, '纪要');
const servers: (Server | HttpServer)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
async function listen(server: Server | HttpServer): Promise<number> {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A daemon that speaks as clamd does, and finds the test file of all scanners. */
const clamd = (
  answer = (content: Buffer): string => (content.includes(EICAR) ? 'stream: Eicar FOUND' : 'stream: OK'),
) =>
  createServer({ allowHalfOpen: true }, (socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const content = contentOf(received);
      if (content) socket.end(`${answer(content)}\0`);
    });
  });

/** The parts of an INSTREAM, once its end has arrived. */
function contentOf(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  expect(received.toString('latin1', 0, command.length)).toBe(command);
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

const http = (status = (content: Buffer): number => (content.includes(EICAR) ? 406 : 200)) =>
  createHttpServer((request, response) => {
    void buffer(request).then((content) => response.writeHead(status(content)).end());
  });

/** A program as `clamscan -`: it ends with 1 for what it finds. */
const program = `command:${process.execPath} -e eval(Buffer.from(process.argv[1],'base64')+'') ${Buffer.from(
  `let all='';process.stdin.on('data',(d)=>all+=d).on('end',()=>process.exit(all.includes('EICAR')?1:0))`,
).toString('base64')}`;

describe.each<[string, () => Promise<string>]>([
  ['clamd', async () => `clamd://127.0.0.1:${await listen(clamd())}`],
  ['a service', async () => `http://127.0.0.1:${await listen(http())}/scan`],
  ['a program', async () => program],
])('%s', (_, address) => {
  test('finds the one infected, and the other clean', async () => {
    const scan = scannerAt(await address());
    expect(await scan(Readable.from([CLEAN]))).toBe('CLEAN');
    expect(await scan(Readable.from([Buffer.from('x'), EICAR]))).toBe('INFECTED');
  });
});

test.each<[string, () => Promise<string>, RegExp]>([
  ['a daemon that is not there', async () => 'clamd://127.0.0.1:1', /ECONNREFUSED/],
  ['a socket that is not there', async () => 'clamd:/nowhere/clamd.ctl', /ENOENT/],
  [
    'a daemon that refuses the size',
    async () => `clamd://127.0.0.1:${await listen(clamd(() => 'INSTREAM size limit exceeded. ERROR'))}`,
    /size limit exceeded/,
  ],
  ['a service that is not there', async () => 'http://127.0.0.1:1/', /ECONNREFUSED/],
  ['a service that fails', async () => `http://127.0.0.1:${await listen(http(() => 500))}/`, /answered 500/],
  ['a program that is not there', async () => 'command:/nowhere/scan', /ENOENT/],
  ['a program that fails', async () => `command:${process.execPath} --no-such-option`, /ended with 9/],
])('%s gives no answer', async (_, address, reason) => {
  await expect(scannerAt(await address())(Readable.from([CLEAN]))).rejects.toThrow(reason);
});
