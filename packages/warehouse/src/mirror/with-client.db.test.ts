import { getEventListeners } from 'node:events';
import { adminUrl } from '../../../../tests/support/test-database';
import { withClient } from './with-client';

const to = (url: string, stopped: AbortSignal) => ({ url, name: 'test', stopped });

test('connections that come and go leave no listeners behind', async () => {
  const { signal } = new AbortController();
  for (let count = 0; count < 3; count += 1) {
    await withClient(to(adminUrl(), signal), async (client) => client.query('SELECT 1'));
    await expect(
      withClient(to('postgres://127.0.0.1:1/none', signal), async () => undefined),
    ).rejects.toThrow(/ECONNREFUSED/);
  }
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a stop ends a connection, made or not', async () => {
  const stopping = new AbortController();
  const work = withClient(to(adminUrl(), stopping.signal), async (client) => {
    const running = client.query('SELECT pg_sleep(60)');
    stopping.abort();
    await running;
  });
  await expect(work).rejects.toThrow();
  const early = new AbortController();
  const connecting = withClient(to(adminUrl(), early.signal), async () => undefined);
  early.abort();
  await expect(connecting).rejects.toThrow(/stopped/);
});
