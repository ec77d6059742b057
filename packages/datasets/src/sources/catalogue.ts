import type { Class } from '@mtg/subgraph-kit';
import type { DatasetOwner, KeyedTables } from '../model/dataset';
import { LocalCenter } from '@mtg/street';
import { sourceTable, type SourceTable } from './source-table';

/** Entities of the streets and of the district. Classes without a table that shares columns may be among them. */
export interface DatasetOrigins {
  /** Of all streets, extras included. */
  readonly street: readonly Class[];
  readonly district: readonly Class[];
}

/** All tables that share columns. */
export class Catalogue {
  readonly tables: readonly SourceTable[];
  /** The tables of centers that only some streets have. */
  readonly localCenters: readonly SourceTable[];

  constructor({ street, district }: DatasetOrigins) {
    const all = [...tablesOf('STREET', street), ...tablesOf('DISTRICT', district)];
    this.localCenters = all.filter(({ entity }) => entity.prototype instanceof LocalCenter);
    this.tables = all.filter((each) => !this.localCenters.includes(each));
  }

  /** The table whose rows have this type. */
  ofType(type: string, owner?: DatasetOwner): SourceTable | undefined {
    const name = type === 'Center' ? 'FunctionalCenter' : type;
    const found = this.tables.filter(({ table }) => table.name === name);
    return found.find((each) => each.owner === owner) ?? found[0];
  }

  ofName(name: string): SourceTable | undefined {
    return this.tables.find(({ table }) => table.sqlName === name);
  }

  /** The tables in which a code or an id stands for a row. @param from owner of the rows that refer to it */
  keyed({ table, owner }: SourceTable, key: string, from: DatasetOwner): KeyedTables {
    const isCenter = table.sqlName === 'functional_center';
    const locals = isCenter ? this.localCenters.map((each) => each.table.sqlName) : [];
    return {
      tables: [table.sqlName, ...locals],
      key,
      ...(owner === 'DISTRICT' && from === 'STREET' && { of: 'DISTRICT' as const }),
    };
  }
}

const tablesOf = (owner: DatasetOwner, entities: readonly Class[]): readonly SourceTable[] =>
  [...new Set(entities)].flatMap((entity) => sourceTable(owner, entity) ?? []);
