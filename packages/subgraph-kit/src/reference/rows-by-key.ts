import type { EntityMetadata, Repository } from 'typeorm';
import type { ReferenceRow } from './reference-row';

/** Statements by entity and property: references come with nearly each answer of the gateway. */
const statements = new WeakMap<EntityMetadata, Map<string, string>>();

/**
 * The rows in force whose property has one of these keys, in the order of their file. It reads past TypeORM's query builder, which
 * takes longer than the database does.
 */
export async function rowsByKey<Row extends ReferenceRow>(
  { metadata, manager }: Repository<Row>,
  entity: new () => Row,
  property: keyof Row & string,
  keys: readonly unknown[],
): Promise<Row[]> {
  const { driver } = manager.dataSource;
  const rows: readonly Readonly<Record<string, unknown>>[] = await manager.query(
    statementFor(metadata, property),
    [keys],
  );
  return rows.map((row) => {
    const made = new entity();
    for (const column of metadata.columns) {
      column.setEntityValue(made, driver.prepareHydratedValue(row[column.propertyName], column));
    }
    return made;
  });
}

function statementFor(metadata: EntityMetadata, property: string): string {
  const known = statements.get(metadata) ?? new Map<string, string>();
  statements.set(metadata, known);
  const statement = known.get(property) ?? write(metadata, property);
  known.set(property, statement);
  return statement;
}

function write({ columns, tableName, name }: EntityMetadata, property: string): string {
  const key = columns.find(({ propertyName }) => propertyName === property);
  if (!key) throw new Error(`${name} has no column ${property}`);
  const selected = columns.map(({ databaseName, propertyName }) => `"${databaseName}" AS "${propertyName}"`);
  return `SELECT ${selected.join(', ')} FROM "${tableName}" WHERE "${key.databaseName}" = ANY ($1) AND deleted_at IS NULL ORDER BY id`;
}
