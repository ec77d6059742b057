import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { Door, syncDataset, type SyncedDataset } from './index';
import type { LakeStore } from './stores/store';
import { startPlatform, type TestPlatform } from './test-support/platform';
import { bucketTarget, folderTarget, type Target } from './test-support/targets';

const ROWS = `INSERT INTO visit (street, note, day, recorded_at, persons, tags, created_at, position) VALUES
  ('DAYU', '中文 𠮷', '2026-01-31', '2026-01-31T16:30:00.123456Z', 3, '{a,b}', '2026-01-15T00:00:00Z', 1),
  ('DAYU', 'b', NULL, NULL, NULL, NULL, '2026-01-31T15:59:59.999999Z', 2),
  ('DAYU', 'c', NULL, NULL, 7, '{}', '2026-01-31T16:00:00Z', 3),
  ('CHENGZI', 'd', NULL, NULL, 0, NULL, '2025-12-31T15:59:59Z', 4)`;

let database: TestDatabase;
let platform: TestPlatform;
beforeAll(async () => {
  database = await createTestDatabase();
  platform = await startPlatform(database);
});
afterAll(async () => {
  await platform.stop();
  await database.drop();
});

let target: Target;
beforeEach(() => platform.change(`TRUNCATE visit, bi.removed_rows; ${ROWS}`));
afterEach(() => target.stop());

interface How {
  readonly dataset?: string;
  readonly store?: LakeStore;
  readonly full?: boolean;
  readonly strict?: boolean;
  readonly key?: string;
}

async function sync({
  dataset = 'visits',
  store = target.store,
  full = false,
  strict = false,
  key = 'zhang.key',
}: How = {}): Promise<SyncedDataset> {
  const door = new Door({ url: platform.url, key, strict });
  const listed = (await door.list()).find(({ name }) => name === dataset);
  if (!listed) throw new Error(`no ${dataset}`);
  return syncDataset({ door, store, full }, listed, () => undefined);
}

/** A store that puts files in another way. */
const withPut = (store: LakeStore, put: LakeStore['put']): LakeStore => ({
  workshop: store.workshop,
  readText: (path) => store.readText(path),
  put,
  putText: (path, text) => store.putText(path, text),
  remove: (path) => store.remove(path),
  partsOf: (path, bytes) => store.partsOf(path, bytes),
  close: () => store.close(),
});

const dataFiles = async (): Promise<ReadonlyMap<string, Buffer>> =>
  new Map(
    [...(await target.contents())]
      .filter(([path]) => path.endsWith('.parquet'))
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** All notes, as an independent reader finds them by the pattern `dataset=visits/**`, with street and month of their paths. */
async function notes(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [path, bytes] of await dataFiles()) {
    const [, street, month] = /street=(\w+)\/month=([\w-]+)/.exec(path) ?? [];
    for (const row of await parquetReadObjects({ file: arrayOf(bytes) })) {
      found.push(`${street} ${month} ${row['note']}`);
    }
  }
  return found.toSorted();
}

const arrayOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer; // a copy: a Buffer may be a part of a larger one

const FIRST = ['CHENGZI 2025-12 d', 'DAYU 2026-01 b', 'DAYU 2026-01 中文 𠮷', 'DAYU 2026-02 c'];

describe.each([
  ['a directory', folderTarget],
  ['a bucket', bucketTarget],
])('in %s', (_what, start) => {
  beforeEach(async () => {
    target = await start();
  });

  test('rows are in files by street and by month of Beijing, with their types', async () => {
    expect(await sync()).toMatchObject({ written: 3, removed: 0, files: 3, rows: 4, disturbed: false });
    expect(await notes()).toEqual(FIRST);
    const bytes = (await dataFiles()).get('dataset=visits/street=DAYU/month=2026-01/part-0.parquet');
    const [row] = await parquetReadObjects({ file: arrayOf(bytes ?? Buffer.alloc(0)) });
    expect(row).toMatchObject({ persons: 3, day: new Date('2026-01-31'), tags: 'a; b', position: 1n });
    expect(row).not.toHaveProperty('street');
    await sync({ dataset: 'places' });
    expect([...(await dataFiles()).keys()]).toContain(
      'dataset=places/street=DAYU/month=__HIVE_DEFAULT_PARTITION__/part-0.parquet',
    );
  });

  test('only files with changed rows are written again, whole', async () => {
    await sync();
    const before = await dataFiles();
    expect(await sync()).toMatchObject({ written: 0, files: 3, rows: 4 });
    await platform.change(`UPDATE visit SET note = 'changed', position = 11 WHERE note = 'b'`);
    expect(await sync()).toMatchObject({ written: 1, files: 3, rows: 4 });
    const after = await dataFiles();
    const changed = [...after]
      .filter(([path, bytes]) => !before.get(path)?.equals(bytes))
      .map(([path]) => path);
    expect(changed).toEqual(['dataset=visits/street=DAYU/month=2026-01/part-0.parquet']);
    expect(await notes()).toContain('DAYU 2026-01 changed');
  });

  test('rows that were removed go, and a file with its last one', async () => {
    await sync();
    await platform.change(`INSERT INTO bi.removed_rows SELECT street, 'community_visit', id, 20 + position FROM visit WHERE note IN ('b', 'c');
      DELETE FROM visit WHERE note IN ('b', 'c')`);
    expect(await sync()).toMatchObject({ written: 1, removed: 1, files: 2, rows: 2 });
    expect(await notes()).toEqual(['CHENGZI 2025-12 d', 'DAYU 2026-01 中文 𠮷']);
    expect([...(await target.contents()).keys()].filter((path) => path.includes('2026-02'))).toEqual([]);
  });

  test('a dataset without rows has its columns, in a file that goes when rows come', async () => {
    await platform.change('TRUNCATE visit');
    expect(await sync()).toMatchObject({ files: 1, rows: 0 });
    const [[path, bytes] = []] = await dataFiles();
    expect(path).toBe(
      'dataset=visits/street=__HIVE_DEFAULT_PARTITION__/month=__HIVE_DEFAULT_PARTITION__/part-0.parquet',
    );
    expect(parquetMetadata(arrayOf(bytes ?? Buffer.alloc(0))).schema.map(({ name }) => name)).toContain(
      'persons',
    );
    expect(await notes()).toEqual([]);
    await platform.change(ROWS);
    expect(await sync()).toMatchObject({ written: 3, removed: 1, files: 3 });
    expect(await notes()).toEqual(FIRST);
    expect((await dataFiles()).size).toBe(3);
  });

  test('a run that breaks off is made good by the next one', async () => {
    await sync();
    await platform.change(`UPDATE visit SET note = note || '!', position = 30 + position`);
    const { store } = target;
    let puts = 0;
    const breaking = withPut(store, async (...given) => {
      puts += 1;
      if (puts === 2) throw new Error('power cut');
      return store.put(...given);
    });
    await expect(sync({ store: breaking })).rejects.toThrow('power cut');
    // What broke off had begun with rows that are gone now.
    await platform.change(`INSERT INTO bi.removed_rows SELECT street, 'community_visit', id, 50 FROM visit WHERE note = 'd!';
      DELETE FROM visit WHERE note = 'd!'`);
    await sync();
    expect(await notes()).toEqual(['DAYU 2026-01 b!', 'DAYU 2026-01 中文 𠮷!', 'DAYU 2026-02 c!']);
  });

  test('another warehouse, other columns, and a wish write everything again', async () => {
    await sync();
    await platform.change(`UPDATE visit SET note = 'e' WHERE note = 'd'`);
    expect(await sync()).toMatchObject({ written: 0 });
    expect(await sync({ full: true })).toMatchObject({ written: 3 });
    expect(await notes()).toContain('CHENGZI 2025-12 e');
    await platform.change(`UPDATE visit SET position = 1; DELETE FROM visit WHERE note = 'c'`);
    expect(await sync()).toMatchObject({ written: 2, removed: 1 });
    const state = String((await target.contents()).get('_lake/visits.json'));
    await target.store.putText('_lake/visits.json', state.replace('"note text"', '"note int"'));
    expect(await sync()).toMatchObject({ written: 2 });
  });

  test('runs that overlap leave nothing that the next one does not mend', async () => {
    await sync();
    await platform.change(`UPDATE visit SET note = note || '!', position = 30 + position`);
    const { store } = target;
    let isFirst = true;
    const slow = withPut(store, async (...given) => {
      if (isFirst) {
        isFirst = false;
        await platform.change(`UPDATE visit SET note = note || '?', position = 60 + position`);
        await sync();
      }
      return store.put(...given);
    });
    expect(await sync({ store: slow })).toMatchObject({ disturbed: true });
    await sync();
    expect(await notes()).toEqual(FIRST.map((note) => `${note}!?`));
  });
});

describe('what cannot go well', () => {
  beforeEach(async () => {
    target = await bucketTarget();
  });

  test('a key that is wrong says so, and nothing is written', async () => {
    await expect(sync({ key: 'zhang.wrong' })).rejects.toMatchObject({
      kind: 'KEY',
      message: /The key is wrong/,
    });
    expect((await target.contents()).size).toBe(0);
  });

  test('a street that is not current is named, or refused if that is asked for', async () => {
    await database.query(`UPDATE bi.freshness SET state = 'UNREACHABLE' WHERE street = 'CHENGZI'`);
    expect((await sync()).stale).toEqual(['CHENGZI']);
    await expect(sync({ strict: true, full: true })).rejects.toMatchObject({
      kind: 'STALE',
      message: /CHENGZI/,
    });
    await database.query(`UPDATE bi.freshness SET state = 'FOLLOWING'`);
  });
});
