import { MARK } from '@mtg/governance';
import { createLogger } from '@mtg/service-kit';
import { Column, Entity, Unique, type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import type { Class } from '../src/database/class';
import { createDataSource } from '../src/database/data-source';
import { migrate } from '../src/database/migrate';
import type { ImportDefinition } from '../src/imports/import';
import { referenceSet, type ReferenceSet } from '../src/reference/load';
import { ReferenceLoad1700000000000 } from '../src/reference/1700000000000-reference-load';
import { ReferenceLoad } from '../src/reference/reference-load';
import { ComparisonForm1700000016100 } from '../src/text/1700000016100-comparison-form';
import { ReferenceRow, type ReferenceValues } from '../src/reference/reference-row';

/** A row of reference data with a value of each kind that subgraphs store. */
@Entity('place')
@Unique('place_code', ['code'])
export class Place extends ReferenceRow {
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('text', { array: true })
  aliases: string[];

  @Column('double precision', { nullable: true })
  area: number | null;

  @Column('date', { nullable: true })
  asOf: string | null;
}

export class Places1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE place (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY, citation text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(), deleted_at timestamptz,
        code text NOT NULL CONSTRAINT place_code UNIQUE, name text NOT NULL, aliases text[] NOT NULL,
        area double precision, as_of date)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE place');
  }
}

export const place = (code: string, more: Partial<ReferenceValues<Place>> = {}): ReferenceValues<Place> => ({
  code,
  name: `地方${code}`,
  aliases: [],
  area: null,
  asOf: null,
  citation: 'seed:1',
  ...more,
});

export const placeSet = (...rows: ReferenceValues<Place>[]): ReferenceSet =>
  referenceSet<Place>({ name: 'places', entity: Place, key: 'code', rows });

/** A file of places: `code,name`. */
export const placeImport: ImportDefinition<Place> = {
  name: 'importPlaces',
  entity: Place,
  key: 'code',
  columns: [
    { name: 'code', title: { zh: '编码', en: 'code' }, also: ['代码'], kind: MARK },
    { name: 'name', title: { zh: '名称', en: 'name' }, kind: MARK },
  ],
  toRow: ({ line, values: { code = '', name = '' } }, fileName) =>
    name === ''
      ? [{ line, column: 'name', reason: '名称为空 · the name is empty' }]
      : place(code, { name, citation: `import:${fileName}:${line}` }),
};

export interface PlacesDatabase {
  readonly database: DataSource;
  readonly store: TestDatabase;
  /** Code, name and whether it is withdrawn, by code. */
  rows(): Promise<readonly Record<string, unknown>[]>;
  /** When each row last changed, by code. */
  times(): Promise<readonly Record<string, unknown>[]>;
  close(): Promise<void>;
}

export const silent = createLogger('test', 'silent');

export const connectTo = async (url: string, entities: readonly Class[], migrations: readonly Class[]) =>
  createDataSource({ url, entities, migrations }).initialize();

/** A fresh database with the table of places, empty. */
export async function createPlaces(): Promise<PlacesDatabase> {
  const store = await createTestDatabase();
  const database = await connectTo(
    store.url,
    [ReferenceLoad, Place],
    [ReferenceLoad1700000000000, Places1700000000001, ComparisonForm1700000016100],
  );
  await migrate(database);
  return {
    database,
    store,
    rows: () => store.query('SELECT code, name, deleted_at IS NOT NULL AS gone FROM place ORDER BY code'),
    times: () => store.query('SELECT code, updated_at::text AS at FROM place ORDER BY code'),
    close: async () => {
      await database.destroy();
      await store.drop();
    },
  };
}
