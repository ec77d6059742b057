import type { Actor } from '@mtg/access';
import type { Command, CommandResult, Stamps } from '@mtg/commands';
import { PublicError, snakeCase, type LineProblem } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import type { StreetContext } from '../foundation/street-context';

/** Where the values of a command's input stand in the file. */
interface FilePlace {
  /** The line of all values that no list of lines is given for. */
  readonly line: number;
  /** The column of a problem that concerns no single value. */
  readonly column: string;
  /** Columns by the names of input fields, where they differ. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Lines of the elements of a list, by the name of its input field. */
  readonly lines?: Readonly<Record<string, readonly number[]>>;
}

/** As whom and as of when a command is given. */
interface Given extends FilePlace {
  readonly as: Omit<Actor, 'street'>;
  /** The day that counts as today for it, as an instant; that of the import without it. */
  readonly at?: Date;
  /** True where its rows bear that time as the one of their recording, which following steps are measured by. */
  readonly isStamped?: boolean;
}

/** Gives commands for the lines of a file, within one transaction: the same input, checks and effects as over the network. */
export class PastSteps {
  readonly #targets = new Set<string>();

  constructor(
    readonly manager: EntityManager,
    private readonly context: StreetContext,
    /** Operating system user who imports, as the actor of what has no other. */
    readonly importer: string,
    /** Time of the import. */
    readonly recordedAt: Date,
    private readonly note: (problem: LineProblem) => void,
  ) {}

  /** Identifiers of the rows that were written. */
  get targets(): readonly string[] {
    return [...this.#targets];
  }

  /**
   * Gives a command. What it wrote is undone where it is refused, and the refusal is noted with its line and column.
   *
   * @returns the payload's rows; undefined where it is refused
   */
  async give(
    command: Command<StreetContext>,
    input: Readonly<Record<string, unknown>>,
    given: Given,
  ): Promise<CommandResult | undefined> {
    const { as, at = this.recordedAt, isStamped = false } = given;
    const actor: Actor = { ...as, street: this.context.owner };
    const stamps: Stamps = { createdAt: isStamped ? at : this.recordedAt, updatedAt: this.recordedAt };
    await this.manager.query('SAVEPOINT step');
    try {
      const prepared = await command.accept(input, actor, this.context).prepare();
      const running = prepared.begin(this.manager, at, stamps);
      const result = await running.execute();
      for (const id of running.written()) this.#targets.add(id);
      await this.manager.query('RELEASE SAVEPOINT step');
      return result;
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      await this.manager.query('ROLLBACK TO SAVEPOINT step');
      problemsOf(error, given).forEach(this.note);
      return undefined;
    }
  }
}

/** The row of a payload. */
export function rowOf<Row extends object>(result: CommandResult, name: string, table: new () => Row): Row {
  const row: unknown = result[name];
  if (row instanceof table) return row;
  throw new Error(`the payload has no ${name}`);
}

/** Problems that a refusal names, one for each of its lines: a value, or a rule with the input that mends it. */
function problemsOf({ message, extensions }: PublicError, place: FilePlace): readonly LineProblem[] {
  const { field, missing } = extensions;
  const mending = [...(Array.isArray(missing) ? (missing as readonly unknown[]) : []), field].filter(
    (name) => typeof name === 'string',
  );
  return message.split('\n').map((text, index) => {
    const [, path, words] = /^input\.([\w.]+)：(.*)$/u.exec(text) ?? [];
    const named = path ?? (mending[index] ?? mending[0] ?? '').replace(/^input\./u, '');
    return { ...placeOf(named, place), reason: words ?? text };
  });
}

function placeOf(
  path: string,
  { line, column, columns = {}, lines = {} }: FilePlace,
): Pick<LineProblem, 'line' | 'column'> {
  const parts = path.split('.').filter((part) => part !== '');
  const [first = '', index = ''] = parts;
  const last = parts.at(-1) ?? '';
  const own = [path, parts.filter((part) => !/^\d+$/u.test(part)).join('.'), last, first]
    .map((name) => columns[name])
    .find((name) => name !== undefined);
  return {
    line: lines[first]?.[Number(index)] ?? line,
    column: own ?? (path === '' ? column : snakeCase(last)),
  };
}
