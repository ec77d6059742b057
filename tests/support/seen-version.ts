import type { Actor } from '@mtg/access';
import { declaredTables } from '@mtg/commands';
import type { DataSource } from 'typeorm';
import { DEFINITIONS } from './definitions';
import { inputTypesOf } from './input-types';
import type { TestSubgraph } from './test-subgraph';

type Input = Readonly<Record<string, unknown>>;

/** The fields that read the row which a command changes, by the field of its input that names it. */
const READ_BY: Readonly<Record<string, string>> = Object.fromEntries(
  DEFINITIONS.flatMap(({ entities }) => declaredTables(entities)).map(({ table }) => [
    table.input,
    table.one,
  ]),
);

const READER: Actor = { subject: 'version-reader', role: 'AUDITOR' };

/**
 * A command's input with the version that the row has now, as a caller who has just read it would send it, unless the test says
 * which version was seen. Of what is not there no version is known, and any will do.
 */
export async function withSeenVersion(
  subgraph: Pick<TestSubgraph, 'ask'> & Partial<Pick<TestSubgraph, 'database'>>,
  namespace: string,
  inputType: string,
  input: Input,
): Promise<Input> {
  const fields = inputTypesOf(namespace).get(inputType)?.fields ?? [];
  const isAsked = fields.some(({ name }) => name.value === 'expectedVersion');
  if (!isAsked || 'expectedVersion' in input) return input;
  // An input names the row that it changes first.
  const by = fields.map(({ name }) => name.value).find((name) => name in READ_BY);
  if (by === undefined) throw new Error(`${inputType} names no row whose version is known`);
  const field = READ_BY[by] ?? '';
  const version = subgraph.database
    ? await storedVersion(subgraph.database, field, input[by])
    : await shownVersion(subgraph, namespace, field, input[by]);
  return { ...input, expectedVersion: version ?? 1 };
}

/** Looks into the database, which costs a tenth of a query. The table is named as the field is. */
async function storedVersion(database: DataSource, field: string, id: unknown): Promise<number | undefined> {
  const table = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const [row]: readonly { version: number }[] = await database.query(
    `SELECT version FROM ${table} WHERE id::text = $1`,
    [String(id)],
  );
  return row?.version;
}

async function shownVersion(
  { ask }: Pick<TestSubgraph, 'ask'>,
  namespace: string,
  field: string,
  id: unknown,
): Promise<number | undefined> {
  const { data } = await ask(
    `query ($id: UUID!) { ${namespace} { row: ${field}(id: $id) { version } } }`,
    { id },
    { as: READER },
  );
  const root = data as
    Record<string, { readonly row: { readonly version: number } | null } | null> | undefined;
  return root?.[namespace]?.row?.version;
}
