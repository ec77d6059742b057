import { tableFromIPC } from 'apache-arrow';
import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { createBiDatabase, datasets } from '../../../tests/support/bi-database';
import type { TestDatabase } from '../../../tests/support/test-database';
import { FORMATS } from './request/formats';
import { startExports, type ExportServer } from './test-support/export-server';

let store: TestDatabase;
let server: ExportServer;
beforeAll(async () => {
  store = await createBiDatabase();
  server = await startExports(store, datasets);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

test('every dataset is a file of every format, with its columns', async () => {
  for (const { name, columns } of datasets) {
    const names = columns.map((column) => column.name);
    for (const format of FORMATS) {
      const answer = await server.get(`/bi/${name}.${format}`);
      const body = await answer.arrayBuffer();
      expect([name, format, answer.status]).toEqual([name, format, 200]);
      if (format === 'csv') expect(parse(Buffer.from(body))[0]).toEqual(names);
      if (format === 'arrow') {
        expect(tableFromIPC(body).schema.names).toEqual(names);
      }
      if (format !== 'parquet') continue;
      expect(
        parquetMetadata(body)
          .schema.slice(1)
          .map((each) => each.name),
      ).toEqual(names);
    }
  }
});

test('changes of every dataset can be read, and its labels are a header', async () => {
  for (const { name, columns } of datasets) {
    const answer = await server.get(`/bi/${name}.csv?since=0&limit=3&header=zh`);
    const [header] = parse(await answer.text());
    expect(header).toEqual([...columns.map(({ zh }) => zh), '已移除']);
  }
});

test('a decimal number is the same number in every format', async () => {
  const get = (format: string) => server.get(`/bi/district_facts.${format}?select=code,number,text,as_of`);
  const fact = { code: 'AREA', number: 1447.85, text: '𠮷：1447.85平方公里', as_of: null };
  expect(parse(await (await get('csv')).text(), { columns: true })).toEqual([
    { ...fact, number: '1447.85', as_of: '' },
  ]);
  expect(await (await get('jsonl')).json()).toEqual(fact);
  const file = await (await get('parquet')).arrayBuffer();
  expect(await parquetReadObjects({ file })).toEqual([fact]);
  expect(parquetMetadata(file).schema[2]).toMatchObject({ name: 'number', type: 'DOUBLE' });
  const table = tableFromIPC(await (await get('arrow')).arrayBuffer());
  expect([table.get(0)?.toJSON(), String(table.schema.fields[1])]).toEqual([fact, 'number: Float64']);
});

test('derived facts and names are in the files', async () => {
  const answer = await server.get(
    '/bi/work_orders.csv?select=number,center_name,community_names,on_time&order=number&filter=not%20sample',
  );
  const rows: readonly unknown[] = parse(await answer.text(), { columns: true });
  expect(rows).toEqual(
    expect.arrayContaining([
      {
        number: 'DAYU-2026-0001',
        center_name: '街道健康服务中心',
        community_names: '月季园社区居委会、葡萄嘴社区居委会',
        on_time: 'false',
      },
    ]),
  );
});
