import { BI_SCHEMA, Catalogue, datasetsOf, storedFactsOf, viewsFor } from '@mtg/datasets';
import type { Class } from '@mtg/subgraph-kit';
import { createCopies, idOf as id, insertCopied } from './copied-tables';
import { DEFINITIONS, STREET_MODULES } from './definitions';
import { createTestDatabase, type TestDatabase } from './test-database';

const ofDistrict = DEFINITIONS.at(-1)?.entities ?? [];
/** The tables of all subgraphs of the list. */
export const catalogue = new Catalogue({
  street: STREET_MODULES.flatMap(({ definition }) => definition.entities),
  district: ofDistrict,
});
/** The datasets of all subgraphs of the list. */
export const datasets = datasetsOf(catalogue);
export const facts = storedFactsOf(catalogue);

const entitiesOf = (name: string): readonly Class[] =>
  STREET_MODULES.find((each) => each.name === name)?.definition.entities ?? [];

const center = { code: 'HEALTH', name: '街道健康服务中心', number: 2, type: 'HEALTH' };
const order = {
  state: 'CLOSED',
  source: 'DELEGATION',
  center_code: 'HEALTH',
  year: 2026,
  version: 3,
  sample: false,
};

async function fill(warehouse: TestDatabase): Promise<void> {
  const insert = (table: string, row: Parameters<typeof insertCopied>[2]): Promise<void> =>
    insertCopied(warehouse, table, row);
  await insert('dayu.functional_center', { id: 1, ...center });
  await insert('dayu.community', { id: 2, code: '110109001001', name: '葡萄嘴社区居委会' });
  await insert('dayu.community', { id: 3, code: '110109001002', name: '月季园社区居委会' });
  await insert('district.department', { id: 4, code: 'HEALTH_COMMISSION', name: '区卫生健康委' });
  await insert('district.district_fact', {
    id: 40,
    code: 'AREA',
    name: '面积',
    name_en: 'Area',
    text: '𠮷：1447.85平方公里',
    number: 1447.85,
    unit: '平方公里',
  });
  await insert('dayu.delegation', {
    id: 5,
    title: '控烟',
    document_number: '门卫〔2026〕1号',
    department_code: 'HEALTH_COMMISSION',
  });
  await insert('dayu.project', {
    id: 6,
    number: 'DAYU-P-2026-0001',
    title: '健康街区',
    community_codes: '{110109001002,110109001001}',
  });
  const times = {
    created_at: '2026-03-02 01:00+00',
    submitted_at: '2026-03-12 02:00+00',
    closed_at: '2026-03-12 17:00+00',
  };
  await insert('dayu.work_order', {
    id: 10,
    ...order,
    ...times,
    number: 'DAYU-2026-0001',
    delegation_id: id(5),
    project_id: id(6),
    deadline: '2026-03-20',
    original_deadline: '2026-03-10',
    position: 7,
  });
  await insert('dayu.work_order', {
    id: 11,
    ...order,
    number: 'DAYU-2026-0002',
    parent_id: id(10),
    state: 'IN_PROGRESS',
    created_at: '2026-03-02 01:00+00',
    deadline: '2000-01-01',
    original_deadline: '2000-01-01',
    sample: true,
    position: 8,
  });
  await insert('chengzi.work_order', {
    id: 20,
    ...order,
    number: 'CHENGZI-2026-0001',
    state: 'RETURNED',
    created_at: '2026-03-02 01:00+00',
    deadline: '2026-03-20',
    position: 3,
  });
  await insert('chengzi.functional_center', { id: 21, ...center });
  await insert('dongxinfang.functional_center', { id: 30, ...center });
  await insert('dongxinfang.shimenying_center', { id: 31, code: 'SHIMENYING', name: '石门营新区服务中心' });
  await insert('dongxinfang.work_order', {
    id: 32,
    ...order,
    number: 'DONGXINFANG-2026-0001',
    center_code: 'SHIMENYING',
    created_at: '2026-03-02 01:00+00',
    deadline: '2026-03-20',
  });
}

/** Creates a database with copies of some rows of three streets and the district, and the views over them. */
export async function createBiDatabase(): Promise<TestDatabase> {
  const warehouse = await createTestDatabase();
  // A street one migration behind: it has no projects yet, and its orders no deadlines before an extension.
  const lacksSome = (table: string, column?: string): boolean =>
    table === 'project' || (table === 'work_order' && column === 'original_deadline');
  const copies = [
    { schema: 'dayu', code: 'DAYU', title: '大峪街道', entities: entitiesOf('dayu') },
    {
      schema: 'chengzi',
      code: 'CHENGZI',
      title: '城子街道',
      entities: entitiesOf('chengzi'),
      lacks: lacksSome,
    },
    { schema: 'dongxinfang', code: 'DONGXINFANG', title: '东辛房街道', entities: entitiesOf('dongxinfang') },
    { schema: 'district', code: 'DISTRICT', title: '门头沟区', entities: ofDistrict },
  ];
  const sources = [];
  for (const copy of copies) sources.push(await createCopies(warehouse, copy, facts));
  await warehouse.query(`CREATE SCHEMA ${BI_SCHEMA}`);
  for (const { name, select, comments } of viewsFor(datasets, sources)) {
    await warehouse.query([`CREATE VIEW ${BI_SCHEMA}.${name} AS ${select}`, ...comments].join(';\n'));
  }
  await fill(warehouse);
  return warehouse;
}
