import type { Catalogue } from '../sources/catalogue';
import type { Join } from '../model/dataset';
import { labelsIn, lower, type SourceColumn, type SourceTable } from '../sources/source-table';
import { aliasAt, makeColumn, needAt, plainColumn, type Position } from './column-builder';
import { NOTHING, type Joined } from './name-columns';

/** The position of the row that an id refers to. */
export function positionOf(
  catalogue: Catalogue,
  position: Position,
  column: SourceColumn,
  target: SourceTable,
  prefix = '',
): Position {
  const { of } = catalogue.keyed(target, 'id', position.source.owner);
  const join: Join = {
    alias: `${aliasAt(position, 'to')}_${column.name.replace(/_id$/, '')}`,
    // The primary key of every copy.
    key: 'id',
    columns: [],
    rows: (place) => place.named(target.table.sqlName, of),
    on: (row) => `${aliasAt(position, row)}.${column.name}`,
  };
  return {
    source: target,
    joins: [...position.joins, join],
    needs: needAt(position, [column.name]),
    of: of ?? position.of,
    prefix,
  };
}

/** Columns by which people know a row, beside the id of it: its number and its title. */
export function referenceColumns(
  catalogue: Catalogue,
  position: Position,
  column: SourceColumn,
  target: SourceTable,
): Joined {
  const stem = column.name.replace(/_id$/, '');
  const at = positionOf(catalogue, position, column, target, `${position.prefix}${stem}_`);
  const known = KNOWN_BY.flatMap(({ properties, name }) => {
    const found = properties.flatMap((property) => target.columns.get(property) ?? [])[0];
    return found ? [{ found, name }] : [];
  });
  if (known.length === 0) return NOTHING;
  const ofWhich = { zh: column.label.zh.replace(/标识$/, ''), en: column.label.en.replace(/^Id of /, '') };
  const columns = known.map(({ found, name }) => {
    const { zh, en } = labelsIn(found.description);
    const label = { zh: `${ofWhich.zh}${zh}`, en: `${en} of ${lower(ofWhich.en)}` };
    const description = { zh: `${label.zh}，没有时为空`, en: `${label.en}. Null if there is none` };
    const role = found.sql === 'int' ? 'DIMENSION' : name === 'number' ? 'KEY' : 'TEXT';
    const plain = plainColumn(at, found, { label, description, role });
    return makeColumn({ ...plain, name: `${at.prefix}${name}` });
  });
  return { columns, joins: at.joins };
}

const KNOWN_BY = [
  { properties: ['number', 'documentNumber'], name: 'number' },
  { properties: ['title'], name: 'title' },
] as const;
