import { dirname, relative } from 'node:path/posix';
import { PlaceMissing } from '../../new-street/place-missing';

interface Added {
  readonly name: string;
  readonly serial: number;
  /** Below the street's sources, without `.ts`. */
  readonly module: string;
  readonly file: string;
  /** Name of the migration's file, without `.ts`. */
  readonly migration: string;
}

/**
 * A module's file with one table more: in its tables, in its migrations, and imported.
 *
 * @throws PlaceMissing when one of these is not there
 */
export function addToModule(text: string, { name, serial, module, file, migration }: Added): string {
  const from = dirname(module);
  const imports =
    `import { ${name} } from '${below(from, file)}';\n` +
    `import { ${name}${serial} } from '${below(from, `migrations/${migration}`)}';\n`;
  const withTable = insert(text, /(export const \w+Tables = \{)([^}]*)\}/, module, 'Tables', name, '}');
  const whole = insert(
    withTable,
    /(migrations: \[)([^\]]*)\]/,
    module,
    'migrations',
    `${name}${serial}`,
    ']',
  );
  const last = [...whole.matchAll(/^(?:import .*|\} from .*);\n/gm)].at(-1);
  if (last === undefined) throw new PlaceMissing(module, 'import');
  const end = last.index + last[0].length;
  return whole.slice(0, end) + imports + whole.slice(end);
}

function insert(
  text: string,
  place: RegExp,
  module: string,
  what: string,
  name: string,
  closing: string,
): string {
  if (!place.test(text)) throw new PlaceMissing(module, what);
  return text.replace(place, (_, opening: string, listed: string) => {
    const names = listed
      .split(',')
      .map((each) => each.trim())
      .filter(Boolean);
    return `${opening}\n${[...names, name].map((each) => `    ${each},\n`).join('')}  ${closing}`;
  });
}

function below(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith('.') ? path : `./${path}`;
}
