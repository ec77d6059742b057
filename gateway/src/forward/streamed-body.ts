import { PassThrough, type Readable } from 'node:stream';
import type { IncomingMessage } from 'node:http';

/**
 * The body of a request, as a stream that may be destroyed. Where an answer comes before the end of a body, undici destroys the
 * body, and takes the socket away from an incoming message: its rest would then stay unread, and every further request on that
 * connection wait behind it. Here the rest is thrown away instead.
 */
export function streamedBody(request: IncomingMessage): Readable {
  const body = new PassThrough();
  request.pipe(body);
  body.once('close', () => {
    request.unpipe(body);
    request.resume();
  });
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the client went away before its body had arrived'));
  });
  return body;
}
