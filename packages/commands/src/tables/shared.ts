import type { FieldGroup } from '@mtg/access';
import type { Columns } from './column';
import { columnsOfEveryRow } from './every-row';
import type { TableStatement } from './table';

/** Groups of what was said on visits, which few read. */
const OF_FEW: ReadonlySet<FieldGroup> = new Set(['VISIT_RECORDS', 'SENTIMENT']);

/**
 * The columns that may leave a subgraph, by property: none that the declaration does not name.
 *
 * @throws Error for a column that identifies a person, and for a table of what was said on visits
 */
export function sharedOf<C extends Columns>(
  name: string,
  columns: Columns,
  { shares = [], read }: Pick<TableStatement<C>, 'shares' | 'read'>,
): readonly string[] {
  if (shares.length === 0) return [];
  if (OF_FEW.has(read.group)) throw new Error(`${name} is read by few roles: it shares no column`);
  const personal = shares.find((property) => columns[property]?.personal);
  if (personal !== undefined) throw new Error(`${name}.${personal} is personal: it is never shared`);
  return [...Object.keys(columnsOfEveryRow), ...shares];
}
