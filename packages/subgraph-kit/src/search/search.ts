import { comparisonForm } from '@mtg/governance';
import { refuse } from '@mtg/service-kit';
import type { DataSource, EntityTarget } from 'typeorm';
import type { ReferenceRow } from '../reference/reference-row';
import { patternOf } from '../text/looks-like';
import { toSource } from '../schema/source';
import { SearchHit } from './search-hit';

/** A property to look at; with `citation`, the property that cites its source where that is not the row's own. */
export type SearchProperty = string | { readonly property: string; readonly citation: string };

/** A table to look through: an entity whose class name is its GraphQL type, and its properties in order of weight. */
export interface SearchSource {
  readonly entity: (new () => ReferenceRow) & EntityTarget<ReferenceRow>;
  readonly properties: readonly SearchProperty[];
}

const LONGEST_TEXT = 100;
const MOST_HITS = 500;

/** @throws PublicError BAD_USER_INPUT naming the argument */
export function checkSearch(text: string, first: number): void {
  const length = Array.from(comparisonForm(text)).length;
  if (length < 1 || length > LONGEST_TEXT) {
    throw refuse.inWords(
      'BAD_USER_INPUT',
      `text: 检索词须为 1–${LONGEST_TEXT} 字 · the text must have 1–${LONGEST_TEXT} characters`,
      { argument: 'text' },
    );
  }
  if (first < 1 || first > MOST_HITS) {
    throw refuse.inWords('BAD_USER_INPUT', `first: 须为 1–${MOST_HITS} · must be 1–${MOST_HITS}`, {
      argument: 'first',
    });
  }
}

interface Row {
  readonly type_name: string;
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly field: string;
  readonly content: string;
  readonly citation: string;
}

/**
 * Finds rows that carry a text that looks the same, ignoring case; the text stands for itself (no wildcards). One statement, in the
 * order of the sources, then of names. Chinese has no word borders, so the whole text must stand in one field.
 */
export async function searchRows(
  database: DataSource,
  sources: readonly SearchSource[],
  text: string,
  first: number,
): Promise<SearchHit[]> {
  const parts = sources.map((source, order) => selectFrom(database, source, order));
  const rows: Row[] = await database.query(
    `SELECT type_name, id, code, name, field, content, citation
     FROM (${parts.join('\nUNION ALL\n')}) AS found
     ORDER BY source_order, name, id LIMIT $2`,
    [patternOf(text), first],
  );
  return rows.map((row) =>
    Object.assign(new SearchHit(), {
      typeName: row.type_name,
      id: row.id,
      code: row.code,
      name: row.name,
      matchedField: row.field,
      matchedText: row.content,
      source: toSource(row.citation),
    }),
  );
}

/** Names come from entities and never from a client. */
function selectFrom(database: DataSource, { entity, properties }: SearchSource, order: number): string {
  const { tableName, columns } = database.getMetadata(entity);
  const columnOf = (property: string) => {
    const column = columns.find(({ propertyName }) => propertyName === property);
    if (!column) throw new Error(`${entity.name} has no column ${property} to search`);
    return { name: `t."${column.databaseName}"`, isArray: column.isArray };
  };
  const fields = properties.map((each, rank) => {
    const { property, citation } = typeof each === 'string' ? { property: each, citation: 'citation' } : each;
    const { name, isArray } = columnOf(property);
    const text = isArray ? `array_to_string(${name}, '、')` : name;
    return `(${rank}, '${property}', ${text}, ${columnOf(citation).name})`;
  });
  const code = columns.some(({ databaseName }) => databaseName === 'code') ? 't.code' : 'NULL';
  return `(SELECT DISTINCT ON (t.id) ${order} AS source_order, '${entity.name}' AS type_name, t.id, ${code} AS code,
      t.name, f.field, f.content, f.citation
    FROM "${tableName}" t CROSS JOIN LATERAL (VALUES ${fields.join(', ')}) AS f (rank, field, content, citation)
    WHERE comparison_form(f.content) ILIKE $1 AND t.deleted_at IS NULL ORDER BY t.id, f.rank)`;
}
