import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sha256Of } from '../../../../tests/support/files/samples';
import { bucketStore, folderStore, type TestStore } from '../test-support/stores';
import { digestOf } from './digest-of';
import { clearSpool, receive, TooLargeBody } from './receive';

describe.each([
  ['a directory', folderStore],
  ['a bucket', bucketStore],
] as const)('%s', (_, make) => {
  let place: TestStore;
  beforeEach(async () => {
    place = await make();
  });
  afterEach(() => place.stop());
  const content = Buffer.alloc(300_000, '附件');
  const digest = sha256Of(content);
  const path = `files/${digest.slice(0, 2)}/${digest}`;
  const put = async () => {
    const file = await receive(place.store, Readable.from([content]), content.length);
    await place.store.put(file);
    return file;
  };

  test('stores a content once, under its digest', async () => {
    expect(await put()).toMatchObject({ bytes: content.length, sha256: digest });
    await put();
    expect([...(await place.contents())]).toEqual([[path, content]]);
    const stream = await place.store.read(digest);
    expect(stream && (await buffer(stream)).equals(content)).toBe(true);
    expect(await readdir(place.store.spool)).toEqual([]);
  });

  test('has none that it was not given, and removes what is there', async () => {
    expect(await place.store.read('0'.repeat(64))).toBeUndefined();
    await put();
    await place.store.remove(digest);
    await place.store.remove(digest);
    expect(await place.store.read(digest)).toBeUndefined();
  });

  test('keeps what is in quarantine apart, and reads none of it', async () => {
    await put();
    await place.store.quarantine(digest);
    await place.store.quarantine(digest);
    expect(await place.store.read(digest)).toBeUndefined();
    expect([...(await place.contents())]).toEqual([[path.replace('files', 'quarantine'), content]]);
  });

  test('shows what was altered past it', async () => {
    await put();
    expect(await digestOf(place.store, digest)).toEqual({ bytes: content.length, sha256: digest });
    await place.overwrite(path, Buffer.from('x'));
    expect(await digestOf(place.store, digest)).toMatchObject({
      bytes: 1,
      sha256: sha256Of(Buffer.from('x')),
    });
    expect(await digestOf(place.store, '0'.repeat(64))).toBeUndefined();
  });

  test.each(['../../etc/passwd', 'A'.repeat(64), ''])('takes no %j for a digest', async (given) => {
    await expect(async () => place.store.read(given)).rejects.toThrow('is no SHA-256');
  });
});

describe('a body that arrives', () => {
  let place: TestStore;
  beforeEach(async () => {
    place = await folderStore();
  });
  afterEach(() => place.stop());

  test('is taken no faster than the disk writes it', async () => {
    let [made, most] = [0, 0];
    const source = new Readable({
      highWaterMark: 65_536,
      read() {
        most = Math.max(most, this.readableLength);
        made += 1;
        this.push(made > 500 ? null : Buffer.alloc(65_536, 'x'));
      },
    });
    const file = await receive(place.store, source, 40_000_000);
    expect(file.bytes).toBe(500 * 65_536);
    expect(most).toBeLessThanOrEqual(2 * 65_536);
  });

  test('of one byte too many leaves nothing, and can be read to its end', async () => {
    const source = Readable.from([Buffer.alloc(10), Buffer.alloc(1), Buffer.alloc(5)]);
    await expect(receive(place.store, source, 10)).rejects.toThrow(TooLargeBody);
    expect(await readdir(place.store.spool)).toEqual([]);
    expect(source.destroyed).toBe(false);
    expect(await buffer(source)).toHaveLength(5);
  });

  test('that breaks off leaves nothing', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(Buffer.alloc(10));
    setImmediate(() => source.destroy(new Error('gone')));
    await expect(receive(place.store, source, 100)).rejects.toThrow('gone');
    expect(await readdir(place.store.spool)).toEqual([]);
  });

  test('in a process that was killed is removed a day later', async () => {
    const [old, young] = ['old', 'young'].map((name) => join(place.store.spool, name));
    for (const path of [old, young]) await writeFile(path ?? '', 'x');
    const now = Date.now();
    await utimes(old ?? '', now / 1000 - 90_000, now / 1000 - 90_000);
    await clearSpool(place.store, now);
    expect(await readdir(place.store.spool)).toEqual(['young']);
  });
});
