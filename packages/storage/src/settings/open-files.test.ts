import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readVariables, type Environment } from '@mtg/service-kit/basics';
import { BucketFiles } from '../files/bucket-files';
import { FolderFiles } from '../files/folder-files';
import { fileVariables } from './file-variables';
import { openFiles } from './open-files';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterAll(() => rm(folder, { recursive: true }));
const open = (environment: Environment) => openFiles(readVariables(fileVariables, environment));
const KEYS = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' };

test('without a store there are no files', async () => {
  expect(await open({})).toBeUndefined();
});

test('a directory, with what is accepted', async () => {
  const files = await open({
    ATTACHMENTS_STORE: join(folder, 'a', 'b'),
    ATTACHMENTS_MAX_MB: '5',
    ATTACHMENTS_TYPES: 'PDF, jpg',
    ATTACHMENTS_SCANNER: 'clamd://127.0.0.1:3310',
  });
  expect(files).toMatchObject({ maxBytes: 5_000_000, kinds: ['pdf', 'jpg'], scanner: expect.any(Function) });
  expect(files?.store).toBeInstanceOf(FolderFiles);
});

test('a bucket', async () => {
  const files = await open({ ...KEYS, ATTACHMENTS_STORE: 's3://files/dayu' });
  expect(files?.store).toBeInstanceOf(BucketFiles);
  await rm(files?.store.spool ?? '', { recursive: true });
});

test.each<[string, Environment, RegExp]>([
  ['a kind that is not known', { ATTACHMENTS_TYPES: 'pdf,exe' }, /ATTACHMENTS_TYPES/],
  ['no kind', { ATTACHMENTS_TYPES: ',' }, /ATTACHMENTS_TYPES/],
  ['a scanner of another kind', { ATTACHMENTS_SCANNER: 'icap://a' }, /must start with clamd/],
  ['an address of another kind', { ...KEYS, ATTACHMENTS_STORE: 'ftp://a/b' }, /s3:\/\/bucket\/prefix/],
  ['a bucket without keys', { ATTACHMENTS_STORE: 's3://files' }, /A bucket needs its keys/],
])('%s is told', async (_, environment, reason) => {
  await expect(async () => open(environment)).rejects.toThrow(reason);
});

test('a directory that cannot be made is told', async () => {
  const path = join(folder, 'file');
  await writeFile(path, '');
  await expect(open({ ATTACHMENTS_STORE: join(path, 'x') })).rejects.toThrow(/cannot be written/);
});
