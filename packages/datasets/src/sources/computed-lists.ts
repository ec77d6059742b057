import type { SqlType } from '@mtg/commands';
import { BODY_LIST } from '@mtg/street';
import { snakeCase } from '@mtg/subgraph-kit';
import type { ComputedRows } from '../model/dataset';
import type { DatasetStatement } from '../model/statement';
import type { Catalogue } from './catalogue';
import { choicesOf, fieldsOf, typeDescription } from './schema-labels';
import { labelsIn, type SourceColumn, type SourceTable } from './source-table';

/** A list of the schema that no table holds, with the words of its type. */
export interface ComputedList {
  readonly source: SourceTable;
  readonly rows: ComputedRows;
  readonly statement: DatasetStatement;
}

/** Columns that it takes over from the table that it follows. */
const TAKEN_OVER = ['id', 'citation', 'updatedAt', 'deletedAt'];

/** The lists of the streets that are computed. None where the catalogue lacks the table that they follow. */
export function computedLists(catalogue: Catalogue): readonly ComputedList[] {
  const { type, table, reads, properties, nullable, sql } = BODY_LIST;
  const followed = catalogue.ofName(table);
  if (!followed) return [];
  const fields = fieldsOf(type);
  const references = catalogue.ofName('body_member')?.columns;
  const own = Object.entries(properties).map(([property, sqlType]): SourceColumn => {
    const field = fields.get(property);
    if (!field) throw new Error(`${type.name} has no field ${property}`);
    return {
      property,
      name: snakeCase(property),
      sql: sqlType satisfies SqlType,
      nullable: (nullable as readonly string[]).includes(property),
      label: labelsIn(field.description),
      description: field.description,
      choices: choicesOf(field.type),
      usage: 'ORDINARY',
      reference: references?.get(property)?.reference,
    };
  });
  const columns = [...own, ...TAKEN_OVER.flatMap((property) => followed.columns.get(property) ?? [])];
  const row = typeDescription(type) ?? followed.row;
  return [
    {
      source: {
        ...followed,
        entity: type,
        table: { ...followed.table, name: type.name, derived: {} },
        row,
        list: row,
        columns: new Map(columns.map((column) => [column.property, column])),
      },
      rows: {
        needs: Object.entries(reads).map(([read, names]) => ({ table: read, columns: names })),
        columns: columns.map(({ name }) => name),
        sql: (place) => sql((name) => place.named(name), place.feed),
      },
      statement: BODIES,
    },
  ];
}

const BODIES: DatasetStatement = {
  name: 'bodies',
  type: 'Body',
  unit: '个',
  labels: {
    id: { zh: '标识', en: 'Identifier' },
    code: { zh: '机构代码', en: 'Code' },
    name: { zh: '机构名称', en: 'Name' },
  },
  descriptions: {
    id: {
      zh: '标识(UUID)：社区大党委即其社区的标识，街道的机构由街道的标识而来',
      en: 'Identifier (UUID): that of the community for its body; for the street’s bodies it follows from that of the street',
    },
  },
};
