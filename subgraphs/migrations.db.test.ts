import {
  createDataSource,
  loadReferenceSets,
  migrate,
  recreateViews,
  schemaDrift,
  type SubgraphDefinition,
} from '@mtg/subgraph-kit';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { DEFINITIONS } from '../tests/support/definitions';
import { createTestDatabase, type TestDatabase } from '../tests/support/test-database';

const KEPT = ['schema_migration'];

/** One subgraph for each list of migrations and entities: a plain street, one with an extra, the district. */
const DISTINCT = [...new Map(DEFINITIONS.map((each) => [classesOf(each), each] as const)).values()];

function classesOf({ migrations, entities }: SubgraphDefinition): string {
  return [...migrations, ...entities].map(({ name }) => name).join();
}

/** Alters a column that the views of chains read. */
class Later9900000000000 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> =>
    queryRunner.query(`ALTER TABLE work_order ALTER COLUMN title TYPE varchar(999)`);
  down = (): Promise<void> => Promise.resolve();
}

let store: TestDatabase;
let database: DataSource;
const connect = async (definition: SubgraphDefinition): Promise<void> => {
  store = await createTestDatabase();
  database = await createDataSource({ ...definition, url: store.url }).initialize();
};
afterEach(async () => {
  await database.destroy();
  await store.drop();
});

const tables = async () =>
  (await store.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).map(
    ({ tablename }) => tablename,
  );

test.each(DISTINCT)(
  '$name: migrations up, down with data in it, and up again; entities agree with them',
  async (definition) => {
    await connect(definition);
    expect(await migrate(database)).toHaveLength(definition.migrations.length);
    expect(await schemaDrift(database)).toEqual([]);
    const first = await tables();
    expect(first.length).toBeGreaterThan(KEPT.length);
    await loadReferenceSets(database, definition.referenceSets());

    for (const _ of definition.migrations) await database.undoLastMigration();
    expect(await tables()).toEqual(KEPT);

    expect(await migrate(database)).toHaveLength(definition.migrations.length);
    expect(await tables()).toEqual(first);
    expect(await schemaDrift(database)).toEqual([]);
  },
);

test.each(DEFINITIONS)(
  '$name: reference data load, and a second start changes nothing',
  async (definition) => {
    await connect(definition);
    await migrate(database);
    const sets = definition.referenceSets();
    const first = [...(await loadReferenceSets(database, sets)).values()];
    expect(first.map(({ inserted }) => inserted)).toEqual(sets.map(({ rows }) => rows.length));
    const second = [...(await loadReferenceSets(database, definition.referenceSets())).values()];
    expect(second).toEqual(sets.map(({ rows }) => ({ inserted: 0, updated: 0, unchanged: rows.length })));
  },
);

test('a later migration alters a column that the views of a street read', async () => {
  const street = DISTINCT.find(({ views = [] }) => views.length > 0);
  if (!street) throw new Error('no street declares views');
  await connect(street);
  await migrate(database);
  expect(await store.query(`SELECT viewname FROM pg_views WHERE schemaname = 'public'`)).toEqual([]);
  const names = await recreateViews(database, street.views ?? []);
  await database.destroy();

  const migrations = [...street.migrations, Later9900000000000];
  database = await createDataSource({ ...street, migrations, url: store.url }).initialize();
  expect(await migrate(database)).toEqual(['Later9900000000000']);
  expect(await recreateViews(database, street.views ?? [])).toEqual(names);
});

test('what monthly reports say of difficulties stays readable, in words and in items, up and down', async () => {
  const street = DISTINCT.find(({ views = [] }) => views.length > 0);
  if (!street) throw new Error('no street declares views');
  await connect(street);
  await migrate(database);
  const now = `'2026-03-31T01:00:00Z'`;
  await store.query(`INSERT INTO meeting (created_at, updated_at, kind, state, number, year, sequence, title, scheduled_at,
      opened_at, held_on, convener_role, convener)
    VALUES (${now}, ${now}, 'MONTHLY_PROGRESS', 'OPEN', '1', 2026, 1, '推进会', ${now}, ${now}, '2026-03-31', 'DISPATCHER', 'a')`);
  const report = (center: string, difficulties: string) =>
    store.query(`INSERT INTO center_report (created_at, updated_at, meeting_id, center_code, progress, difficulties, next_month)
      SELECT ${now}, ${now}, id, '${center}', '过半', ${difficulties}, '对接' FROM meeting`);
  await report('CIVIL_AFFAIRS', `'经费不足'`);
  await report('CULTURE_EDUCATION', 'NULL');
  await report('HEALTH', 'NULL');
  await store.query(`INSERT INTO difficulty (created_at, updated_at, report_id, state, center_code, content, raised_on)
    SELECT ${now}, ${now}, id, 'OPEN', center_code, content, '2026-03-31' FROM center_report,
      (VALUES (1, '人手不足'), (2, '缺场地')) AS said (number, content) WHERE center_code = 'HEALTH' ORDER BY number`);
  const words = async () =>
    (await store.query('SELECT difficulties FROM center_report ORDER BY center_code')).map(
      ({ difficulties }) => difficulties,
    );
  while ((await tables()).includes('difficulty')) await database.undoLastMigration();
  expect(await words()).toEqual(['经费不足', '无', '人手不足\n缺场地']);
  await migrate(database);
  expect(await words()).toEqual(['经费不足', '无', '人手不足\n缺场地']);
});

test('an order that its center returned before is one whose return is to be decided', async () => {
  const street = DISTINCT.find(({ views = [] }) => views.length > 0);
  if (!street) throw new Error('no street declares views');
  await connect(street);
  await migrate(database);
  while ((await tables()).includes('return_request')) await database.undoLastMigration();
  const now = `now(), now()`;
  await store.query(`
    WITH decision AS (INSERT INTO committee_decision (created_at, updated_at, number, decided_at, outcome, subject, summary)
        VALUES (${now}, '1', now(), 'APPROVED', 'KEY_POINT', '同意') RETURNING id),
      point AS (INSERT INTO key_point (created_at, updated_at, year, number, title, content, decision_id)
        SELECT ${now}, 2026, 1, '要点', '要点', id FROM decision RETURNING id),
      project AS (INSERT INTO project (created_at, updated_at, number, year, sequence, title, goals, department_codes, community_codes, deadline)
        VALUES (${now}, '1', 2026, 1, '项目', '目标', '{JUSTICE}', '{110109001001}', '2026-12-31') RETURNING id),
      orders AS (INSERT INTO work_order (created_at, updated_at, number, year, sequence, state, title, content, source, key_point_id,
          project_id, center_code, responsible_person, deadline, issuer, reason)
        SELECT ${now}, '1', 2026, 1, 'RETURNED', '派单', '派单', 'KEY_POINT', point.id, project.id, 'HEALTH', '王敏', '2026-03-20',
          'd', '不归我管' FROM point, project RETURNING id)
    INSERT INTO work_order_event (created_at, updated_at, work_order_id, command, from_state, to_state, actor, role, reason)
      SELECT ${now}, id, 'returnWorkOrder', 'ISSUED', 'RETURNED', 'head', 'CENTER_HEAD', '不归我管' FROM orders`);
  await migrate(database);
  expect(
    await store.query('SELECT state, center_code, order_state, reason, applicant FROM return_request'),
  ).toEqual([
    { state: 'PENDING', center_code: 'HEALTH', order_state: 'ISSUED', reason: '不归我管', applicant: 'head' },
  ]);
});
