import { setMaxListeners } from 'node:events';
import { serve } from '../../test-support/servers';
import { SubgraphTransport } from './transport';

const CONNECTIONS = 64;

it('tells a request that was sent from one that still waits for its connection', async () => {
  let arrived = 0;
  let all = () => {};
  const server = await serve(() => (arrived += 1) === CONNECTIONS && all());
  const transport = new SubgraphTransport(server.url, 10_000);
  const full = new Promise<void>((resolve) => (all = resolve));
  const [others, own] = [new AbortController(), new AbortController()];
  setMaxListeners(Infinity, others.signal);
  let sent = 0;
  const post = (signal: AbortSignal) =>
    transport.post('{}', {}, signal, () => (sent += 1)).catch(() => undefined);
  const taken = Array.from({ length: CONNECTIONS }, () => post(others.signal));
  await full;
  expect(sent).toBe(CONNECTIONS);
  const late = post(own.signal);
  await new Promise((resolve) => setImmediate(resolve));
  own.abort();
  expect(sent).toBe(CONNECTIONS);
  others.abort();
  await Promise.all([...taken, late]);
  expect(server.received).toHaveLength(CONNECTIONS);
  expect(server.received[0]?.headers['content-length']).toBe('2');
  await Promise.all([server.close(), transport.close()]);
});
