import {
  settingsFor,
  startStorage,
  type StorageServer,
} from '../../../storage/src/test-support/storage-server';
import { S3Store } from './s3-store';

let storage: StorageServer;
let store: S3Store;
const open = (
  more: { readonly secretAccessKey?: string; readonly bucket?: string; readonly endpoint?: string } = {},
) =>
  S3Store.open({
    ...settingsFor(storage, 'a b/中文'),
    region: 'cn-beijing',
    ...more,
  });
beforeEach(async () => {
  storage = await startStorage();
  store = await open();
});
afterEach(async () => {
  await store.close();
  await storage.stop();
});

test('keys of any characters are signed as the server reads them', async () => {
  const path = `dataset=visits/x+y&z=1/~'()*!.json`;
  await store.putText(path, '{}');
  expect([...storage.objects.keys()]).toEqual([`/lake/a b/中文/${path}`]);
  expect(await store.readText(path)).toBe('{}');
  await store.remove(path);
  expect(await store.readText(path)).toBeUndefined();
  await store.remove(path);
});

test('a server that is busy is asked again', async () => {
  storage.busy = 2;
  await store.putText('a', 'text');
  expect(await store.readText('a')).toBe('text');
});

test.each([
  ['a secret that is wrong', { secretAccessKey: 'x' }, /403 SignatureDoesNotMatch.*AWS_SECRET_ACCESS_KEY/],
  ['a bucket that is not there', { bucket: 'sea' }, /404 NoSuchBucket.*bucket/],
])('%s is told with the next action', async (_what, more, sentence) => {
  const other = await open(more);
  await expect(other.putText('a', 'text')).rejects.toMatchObject({ kind: 'TARGET', message: sentence });
  await other.close();
});
