import { openSnapshot, type Doors, type Reader, type Snapshot } from '@mtg/bi-doors';
import { Parameters, QueryProblem, type Binder, type Condition } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { refuse } from '@mtg/service-kit';
import { conditionOf, type FilterInput } from './conditions';
import type { GraphContext } from './context';

/** A row as JSON: days and times are texts, numbers are numbers. */
export type Row = Readonly<Record<string, unknown>>;

/** Reads from one state of the warehouse. */
export interface Reading extends Pick<Snapshot, 'freshness' | 'streets' | 'parts'> {
  readonly reader: Reader;
  /** The condition that was asked for. */
  readonly filter: Condition | undefined;
  readonly rows: (sql: (binder: Binder) => string) => Promise<readonly Row[]>;
}

/** A dataset, and the rows of it that are read. */
interface Asked {
  readonly dataset: Dataset;
  readonly strict: boolean;
  readonly filter: FilterInput | null | undefined;
}

/**
 * Has a state of the warehouse read, within the time that the caller still waits. Who goes away ends what runs.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN, SUBGRAPH_UNAVAILABLE; BAD_USER_INPUT naming the argument
 */
export async function reading<T>(
  doors: Pick<Doors, 'pool' | 'sources'>,
  context: GraphContext,
  asked: Asked,
  work: (reading: Reading) => Promise<T>,
): Promise<T> {
  const reader = await context.reader();
  return context.inTurn(async () => {
    if (context.signal.aborted || context.timeLeft() <= 0) throw tooLate();
    let snapshot: Snapshot | undefined;
    try {
      const { dataset, strict } = asked;
      const filter = conditionOf(dataset, asked.filter ?? {});
      const opened = await openSnapshot(doors, reader, dataset, { gone: context.signal, strict, filter });
      snapshot = opened;
      const limit = Math.max(1, Math.floor(context.timeLeft()));
      await opened.client.query(`SET LOCAL statement_timeout = ${limit}; SET LOCAL TimeZone = 'UTC'`);
      return await work({ ...opened, reader, filter, rows: (sql) => rowsAsJson(opened, sql) });
    } catch (error) {
      if (context.signal.aborted) throw tooLate();
      if (error instanceof QueryProblem) throw refuse.badArgument(error.field, error.problem);
      throw error;
    } finally {
      await snapshot?.end();
    }
  });
}

const tooLate = () =>
  refuse.because('OVERLOADED', {
    zh: '时限已到，尚未读取。请分成几次查询',
    en: 'The time limit was reached before this was read. Read it in several queries',
  });

async function rowsAsJson({ client }: Snapshot, sql: (binder: Binder) => string): Promise<readonly Row[]> {
  const parameters = new Parameters();
  const text = `SELECT to_json(answer) AS row FROM (${sql(parameters)}) AS answer`;
  const { rows } = await client.query<{ row: Row }>(text, parameters.values);
  return rows.map(({ row }) => row);
}
