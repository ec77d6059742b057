import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';

/** Where the statements of a derived data source go. */
export interface Statements {
  /** Guards what a runner of the whole data source sends. */
  readonly guard: (runner: QueryRunner) => QueryRunner;
  /** Answers a statement that needs no runner of its own; undefined where it does. */
  readonly ask: (sql: string, parameters: readonly unknown[]) => Promise<unknown> | undefined;
}

const WHOLE = Symbol('the data source that this one was derived from');

/** The data source that an operation's was derived from; itself otherwise. */
export const wholeDatabase = (database: DataSource): DataSource =>
  (database as { readonly [WHOLE]?: DataSource })[WHOLE] ?? database;

/**
 * Makes data sources that are a given one, except for what makes statements; all metadata are its own. They are made for
 * each operation, so that they share one prototype and have one property.
 *
 * @example
 * const derive = derivedFrom(database);
 * derive({ guard: (runner) => runner, ask: () => undefined }).getRepository(Place);
 */
export function derivedFrom(root: DataSource): (statements: Statements) => DataSource {
  class Derived {
    #manager: EntityManager | undefined;

    constructor(private readonly statements: Statements) {}

    get [WHOLE](): DataSource {
      return root;
    }

    get manager(): EntityManager {
      this.#manager ??= asDataSource(this).createEntityManager();
      return this.#manager;
    }

    createQueryRunner(mode?: 'master' | 'slave'): QueryRunner {
      return this.statements.guard(root.createQueryRunner(mode));
    }

    query(sql: string, parameters: unknown[] = [], runner?: QueryRunner): Promise<unknown> {
      const answer = runner ? undefined : this.statements.ask(sql, parameters);
      return answer ?? DataSource.prototype.query.call(this, sql, parameters, runner);
    }
  }
  Object.setPrototypeOf(Derived.prototype, root);
  return (statements) => asDataSource(new Derived(statements));
}

/** Its prototype is one: what it does not have itself, that has. */
const asDataSource = (derived: object): DataSource => derived as DataSource;
