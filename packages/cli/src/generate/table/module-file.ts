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
  const withTable = insert(text, /()(export const \w+Tables = \{)([^}]*)\}(;)/, {
    module,
    what: 'Tables',
    name,
  });
  const migrated = { module, what: 'migrations', name: `${name}${serial}` };
  const whole = insert(withTable, /( *)(migrations: \[)([^\]]*)\](,)/, migrated);
  const last = [...whole.matchAll(/^(?:import .*|\} from .*);\n/gm)].at(-1);
  if (last === undefined) throw new PlaceMissing(module, 'import');
  const end = last.index + last[0].length;
  return whole.slice(0, end) + imports + whole.slice(end);
}

/** Length of a line as Prettier has it in this project. */
const LINE = 110;

interface Entry {
  readonly module: string;
  /** The list, as an error names it. */
  readonly what: string;
  readonly name: string;
}

/** Adds a name to a list in braces or brackets, formatted as Prettier formats it. */
function insert(text: string, place: RegExp, { module, what, name }: Entry): string {
  if (!place.test(text)) throw new PlaceMissing(module, what);
  return text.replace(place, (_, indent: string, opening: string, listed: string, end: string) => {
    const names = [...listed.split(',').map((each) => each.trim()), name].filter(Boolean);
    const [space, closing] = opening.endsWith('{') ? [' ', '}'] : ['', ']'];
    const line = `${indent}${opening}${space}${names.join(', ')}${space}${closing}${end}`;
    if (line.length <= LINE) return line;
    const lines = names.map((each) => `${indent}  ${each},\n`).join('');
    return `${indent}${opening}\n${lines}${indent}${closing}${end}`;
  });
}

function below(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith('.') ? path : `./${path}`;
}
