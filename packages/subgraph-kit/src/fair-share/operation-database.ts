import { setMaxListeners } from 'node:events';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Canceller } from './canceller';
import type { Statements } from './derived-database';
import type { Holder, Lane, Release } from './lane';
import { runGuarded, type Connection } from './guarded-statement';
import { sendStatement, takeConnection, type PooledConnection } from './pooled-connection';
import type { StatementFailures } from './statement-failures';

/** Limits of one operation's use of the database. */
export interface OperationLimits {
  /** Statements that it may send. */
  readonly statements: number;
  /** Milliseconds that it may wait for connections and answers, in all. */
  readonly milliseconds: number;
}

/** State shared by the operations of one process. */
export interface Shared {
  /** Queries that are executed side by side: a thread that has begun with all of them ends with none in time. */
  readonly admission: Lane;
  readonly queries: Lane;
  readonly commands: Lane;
  readonly canceller: Canceller;
  /** The data source of the process. */
  readonly root: DataSource;
  readonly derive: (statements: Statements) => DataSource;
  readonly limits: OperationLimits;
  readonly failures: StatementFailures;
}

/**
 * One operation's share of the database. Its `database` is the data source of the process, except that statements through
 * it are counted, wait for their turn, end when the client goes or the operation's time is over, and that a query sends
 * the same statement once.
 */
export class OperationDatabase {
  #database: DataSource | undefined;
  #isCommand = false;
  #isEnded = false;
  #leave: Release | undefined;
  #count = 0;
  #exceeded: Error | undefined;
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #startedAt = performance.now();

  /** @param client aborted when the client goes away */
  constructor(
    private readonly shared: Shared,
    private readonly holder: Holder,
    private readonly client: AbortSignal,
  ) {
    // One operation may have many statements under way, and each listens.
    setMaxListeners(0, client);
  }

  /** Database that resolvers read from. */
  get database(): DataSource {
    this.#database ??= this.shared.derive({
      guard: (runner) => this.#guard(runner),
      ask: (sql, parameters) => this.#ask(sql, parameters),
    });
    return this.#database;
  }

  /**
   * To be called before anything of a mutation is executed. A command is carried out even if its client goes away, has
   * connections that queries cannot take, and may read again what it has written.
   */
  startCommand(): void {
    this.#isCommand = true;
  }

  /**
   * Waits until the query may be executed.
   *
   * @throws StatementFailures when its time is over, or its client gone, before
   */
  async admit(): Promise<void> {
    const { admission, failures } = this.shared;
    this.#leave = admission.tryEnter(this.holder);
    if (this.#leave) return;
    const stop = AbortSignal.any([this.client, AbortSignal.timeout(this.#timeLeft)]);
    try {
      const leave = await admission.enter(this.holder, stop);
      // Another plugin may have refused it meanwhile.
      if (this.#isEnded) leave();
      else this.#leave = leave;
    } catch {
      throw this.client.aborted ? failures.clientGone() : failures.outOfTime();
    }
  }

  /** Makes room for another query. To be called when the answer is sent, whether it was admitted or not. */
  end(): void {
    this.#isEnded = true;
    this.#leave?.();
  }

  get #timeLeft(): number {
    return Math.max(0, Math.floor(this.shared.limits.milliseconds - (performance.now() - this.#startedAt)));
  }

  /** Statements that were sent. */
  get statements(): number {
    return this.#count;
  }

  /** Set when the operation needed more statements than it may send. */
  get exceeded(): Error | undefined {
    return this.#exceeded;
  }

  #guard(runner: QueryRunner): QueryRunner {
    const query = runner.query.bind(runner) as (...given: readonly unknown[]) => Promise<unknown>;
    const release = runner.release.bind(runner);
    const underway: Promise<unknown>[] = [];
    let leave: Promise<Release> | undefined;
    const send = async (given: readonly unknown[]): Promise<unknown> => {
      this.#countOne();
      const signal = this.#isCommand ? undefined : this.client;
      if (signal?.aborted) throw this.shared.failures.clientGone();
      const milliseconds = this.#timeLeft;
      const statement = runGuarded(
        {
          enter: async (stop) => {
            leave ??= this.#lane.enter(this.holder, stop);
            await leave;
            // `pg` is the only driver here.
            return runner.connect() as Promise<Connection>;
          },
          query: () => query(...given),
          canceller: this.shared.canceller,
        },
        { milliseconds, client: signal, failures: this.shared.failures },
      );
      underway.push(statement.ended);
      return statement.answer;
    };
    const giveBack = async (): Promise<void> => {
      await Promise.all(underway);
      await release().catch(() => undefined);
      // It may have given up waiting.
      await leave?.then((left) => left()).catch(() => undefined);
    };
    let givenBack: Promise<void> | undefined;
    return Object.assign(runner, {
      query: (...given: readonly unknown[]) => this.#once(given, () => send(given)),
      // What calls this has its answer; the connection is kept until the server has ended with it. TypeORM calls it
      // again and again until the connection is free when the data source closes, and must wait then.
      release: async () => {
        if (givenBack) return givenBack;
        givenBack = giveBack();
      },
    });
  }

  /** A statement of a query that only reads needs no runner; all others do. */
  #ask(sql: string, parameters: readonly unknown[]): Promise<unknown> | undefined {
    if (this.#isCommand || !READING.test(sql)) return undefined;
    return this.#once([sql, parameters], () => this.#askDirectly(sql, parameters));
  }

  async #askDirectly(sql: string, parameters: readonly unknown[]): Promise<unknown> {
    this.#countOne();
    const { root, canceller, failures, queries } = this.shared;
    if (this.client.aborted) throw failures.clientGone();
    let leave: Release | undefined;
    let connection: PooledConnection | undefined;
    const { answer, ended } = runGuarded(
      {
        enter: async (stop) => {
          leave = queries.tryEnter(this.holder) ?? (await queries.enter(this.holder, stop));
          connection = await takeConnection(root);
          return connection.client;
        },
        query: async () => connection && sendStatement(root, connection, sql, parameters),
        canceller,
      },
      { milliseconds: this.#timeLeft, client: this.client, failures },
    );
    // The answer may be given up before the server has ended with it.
    void ended.then(() => {
      connection?.release();
      leave?.();
    });
    return answer;
  }

  get #lane(): Lane {
    return this.#isCommand ? this.shared.commands : this.shared.queries;
  }

  #countOne(): void {
    this.#count += 1;
    const { limits, failures } = this.shared;
    if (this.#count <= limits.statements) return;
    this.#exceeded ??= failures.tooMany(limits.statements);
    throw this.#exceeded;
  }

  #once(given: readonly unknown[], send: () => Promise<unknown>): Promise<unknown> {
    if (this.#isCommand || !READING.test(String(given[0]))) return send();
    const key = JSON.stringify(given);
    const known = this.#answers.get(key);
    if (known) return known;
    const answer = send();
    this.#answers.set(key, answer);
    return answer;
  }
}

/** Nothing else may be answered by what was answered before. */
const READING = /^\s*(SELECT|WITH)\b/i;
