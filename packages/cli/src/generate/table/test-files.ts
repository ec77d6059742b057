import { PlaceMissing } from '../../new-street/place-missing';
import type { Change } from '../../new-street/changes';

/** A new table as the tests name it. */
interface TestedTable {
  readonly name: string;
  /** Row of the policy table that says who reads it. */
  readonly group: string;
  readonly sqlName: string;
  /** Field of the street with the list. */
  readonly many: string;
}

/** Longest line of a formatted file. */
const LINE = 110;

/**
 * The tests that state on their own who reads each table and that there is a row of it.
 *
 * @param read a file by its path from the root
 * @throws PlaceMissing when one of them has no place for a table
 */
export function testFiles(table: TestedTable, read: (path: string) => string): readonly Change[] {
  const change = (path: string, place: RegExp, entry: (...found: string[]) => string): Change => {
    const before = read(path);
    if (!place.test(before)) throw new PlaceMissing(path, table.group);
    return { path, before, after: before.replace(place, (_, ...found: string[]) => entry(...found)) };
  };
  const { name, group, sqlName, many } = table;
  const list = new RegExp(String.raw`(\n  ${group}: )(['\x60])([\s\w]*)\2,`, 'u');
  return [
    change(
      'tests/support/owned-rows.ts',
      /(export const ROWS\b[\s\S]*?\n)(\};\n)/u,
      (entries = '', end = '') => `${entries}  ${name}: rows('${group}', '${sqlName}'),\n${end}`,
    ),
    change('tests/in-process/roles-reading.test.ts', list, (key = '', quote = '', names = '') => {
      const last = `${quote === "'" ? key : ''}${names}`.split('\n').at(-1) ?? '';
      return last.length + many.length + 4 < LINE
        ? `${key}${quote}${names} ${many}${quote},`
        : `${key}\`${names}\n    ${many}\`,`;
    }),
    change(
      'tests/support/filled-street.ts',
      /(export async function fillStreet\b[\s\S]*?\n)(\}\n)/u,
      (body = '', end = '') =>
        `${body}  await street.sql("INSERT INTO ${sqlName} (created_at, updated_at, title) VALUES (now(), now(), '一例')");\n${end}`,
    ),
  ];
}
