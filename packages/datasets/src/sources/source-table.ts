import { isDeclared, labelIn, type Column, type SqlType, type Table } from '@mtg/commands';
import type { Bilingual } from '@mtg/governance';
import { snakeCase, type Class } from '@mtg/subgraph-kit';
import type { Choice, DatasetOwner } from '../model/dataset';
import { bilingual, choicesOf, fieldsOf, typeDescription, type LabelledField } from './schema-labels';

/** A shared column of a table, labelled as the schema labels it. */
export interface SourceColumn {
  readonly property: string;
  /** Name in SQL. */
  readonly name: string;
  readonly sql: SqlType;
  readonly nullable: boolean;
  readonly label: Bilingual;
  readonly description: Bilingual;
  readonly choices: readonly Choice[] | undefined;
  readonly usage: Column<unknown>['usage'];
  readonly reference: Column<unknown>['reference'];
}

/** A table that shares columns, of a street or of the district. */
export interface SourceTable {
  readonly owner: DatasetOwner;
  readonly entity: Class;
  readonly table: Table;
  /** Description of a row, and of the list. */
  readonly row: Bilingual;
  readonly list: Bilingual;
  /** By property, in the order of the declaration. */
  readonly columns: ReadonlyMap<string, SourceColumn>;
}

/** The table of an entity. Undefined for what is none, or shares nothing. */
export function sourceTable(owner: DatasetOwner, entity: Class): SourceTable | undefined {
  if (!isDeclared(entity) || entity.table.shared.length === 0) return undefined;
  const { table } = entity;
  const described = typeDescription(entity);
  const fields = fieldsOf(entity);
  const columns = table.shared.map((property) => sourceColumn(table, property, fields));
  const row = described ?? bilingual(table.description);
  return {
    owner,
    entity,
    table,
    row,
    list: table.listDescription === '' ? row : bilingual(table.listDescription),
    columns: new Map(columns.map((column) => [column.property, column])),
  };
}

function sourceColumn(
  table: Table,
  property: string,
  fields: ReadonlyMap<string, LabelledField>,
): SourceColumn {
  const column = table.readable.get(property);
  if (!column) throw new Error(`${table.name} shares ${property}, and has no such column`);
  const { sql, nullable, usage } = column;
  // What refers to a row is stated in the columns of the table.
  const reference = table.columns[property]?.reference;
  const field = fields.get(property);
  return {
    property,
    name: snakeCase(property),
    sql,
    nullable,
    usage,
    reference,
    choices: choicesOf(column.graphqlType?.() ?? field?.type),
    ...wording(column, reference, property, field),
  };
}

const SUFFIXES: readonly (readonly [ending: RegExp, zh: string, en: string])[] = [
  [/Id$/, '标识', 'Id'],
  [/Codes?$/, '代码', 'Code'],
  [/Name$/, '名称', 'Name'],
];

/** The words for a column: its own, those of its field, or of what it refers to. */
function wording(
  { zh, en }: Bilingual,
  reference: SourceColumn['reference'],
  property: string,
  field: LabelledField | undefined,
): Pick<SourceColumn, 'label' | 'description'> {
  const referred = reference?.zh !== undefined && reference.en !== undefined ? reference : undefined;
  const stated = zh === '' ? field?.description : { zh, en };
  if (stated) {
    const label = labelsIn(stated);
    const isId = reference?.kind === 'TABLE' && reference.key === undefined && referred;
    return { label, description: isId ? bilingualOf(referred) : stated };
  }
  if (!referred)
    return { label: { zh: property, en: property }, description: { zh: property, en: property } };
  const [, zhEnding, enEnding] = SUFFIXES.find(([ending]) => ending.test(property)) ?? [/$/, '', 'Value'];
  const { zh: zhLabel, en: enLabel } = labelsIn(bilingualOf(referred));
  return {
    label: { zh: `${zhLabel}${zhEnding}`, en: `${enEnding} of the ${lower(enLabel)}` },
    description: bilingualOf(referred),
  };
}

const bilingualOf = ({ zh = '', en = '' }: { readonly zh?: string; readonly en?: string }): Bilingual => ({
  zh,
  en,
});

export const labelsIn = ({ zh, en }: Bilingual): Bilingual => ({ zh: labelIn(zh), en: labelIn(en) });

/** An English label within another. */
export const lower = (en: string): string => en.charAt(0).toLowerCase() + en.slice(1);
