import type { Actor, CommandName } from '@mtg/access';
import {
  nextState,
  shownCode,
  type Bilingual,
  type InputProblem,
  type RuleViolation,
  type StateMachine,
  type StateProblem,
} from '@mtg/governance';
import { PublicError, refuse } from '@mtg/service-kit';
import { takeTurns, type ReferenceRow, type ReferenceValues, type Repositories } from '@mtg/subgraph-kit';
import {
  IsNull,
  type DeepPartial,
  type EntityManager,
  type FindOptionsOrder,
  type FindOptionsWhere,
} from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { WorkRow, WorkValues } from '../rows/work-row';
import type { WorkTableClass } from '../tables/table';
import { impossibleTransition } from './impossible-transition';
import { RowKind } from './row-kind';
import { ruleViolation } from './rule-violation';

type EntityClass<Row> = new () => Row;

/** References to rows in a command's input. */
interface Named {
  /** Path of the input, without `input.`; that of the table, unless said otherwise. */
  readonly at?: string;
  /** The version that the client has seen. A change since then is the first thing that it is told. */
  readonly expectedVersion?: number | null;
}

/** Facts about its owner that a command may know while it holds the lock: plain data, no database and no service. */
export interface CommandFacts {
  /** Code of the street, or `DISTRICT`. */
  readonly owner: string;
}

/** Times that the rows of a command bear. */
export interface Stamps {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The one connection of a transaction. It leads to no other, so that no command waits for a second one under the lock. */
export type TransactionManager = Pick<
  EntityManager,
  | 'countBy'
  | 'create'
  | 'existsBy'
  | 'find'
  | 'findBy'
  | 'findOneBy'
  | 'insert'
  | 'maximum'
  | 'query'
  | 'update'
> &
  Repositories;

/**
 * A command's access to the rows of its owner: the `Act` of effects, with rows beside it and facts in `context`. Nothing it
 * writes is there until the command has ended well.
 */
export class CommandTransaction<Facts extends CommandFacts = CommandFacts> {
  readonly #targets = new Set<string>();
  readonly #kind = new RowKind();

  constructor(
    readonly manager: TransactionManager,
    readonly actor: Actor,
    readonly context: Facts,
    /** The time of all that the command does. */
    readonly now: Date,
    /** That time, too, unless what happened on an earlier day is recorded as of that day. */
    private readonly stamps: Stamps = { createdAt: now, updatedAt: now },
  ) {}

  /** Identifiers of the rows that were written, for the audit. */
  get targets(): readonly string[] {
    return [...this.#targets];
  }

  /**
   * True if the command is about sample data. It looks for other rows among those of its own kind, since neither kind
   * satisfies or breaks a rule for the other. Read it after all rows that the input names.
   */
  get sample(): boolean {
    return this.#kind.sample;
  }

  /**
   * Refuses the command unless every rule is kept.
   *
   * @throws PublicError RULE_VIOLATION naming the rule, its sentence and what is missing
   */
  require(...findings: readonly (readonly RuleViolation[])[]): void {
    const violations = findings.flat();
    if (violations.length > 0) throw ruleViolation(violations, this.context.owner);
  }

  /** @throws PublicError BAD_USER_INPUT naming the field, unless there is no problem with the input */
  requireInput(problem: InputProblem | undefined): void {
    if (problem) throw refuse.badInput(problem.field, problem.message);
  }

  /** @throws PublicError CONFLICT with the row's version, unless its state is no problem */
  requireState(row: Pick<WorkRow, 'version'>, problem: StateProblem | undefined): void {
    if (!problem) return;
    const { field, message } = problem;
    throw field === undefined
      ? this.conflict(row, message)
      : refuse.conflictAt(field, message, { currentVersion: row.version });
  }

  /**
   * The state that a command leads to from this one.
   *
   * @param outcome where facts decide between several states, the one that they decided on
   * @throws PublicError RULE_VIOLATION or CONFLICT naming what can be done instead
   */
  step<Name extends string>(
    machine: StateMachine<Name>,
    { state, version }: { readonly state: Name; readonly version: number },
    command: CommandName,
    outcome?: NoInfer<Name>,
  ): Name {
    const next = nextState(machine, state, command, outcome);
    if (next.refusal) throw impossibleTransition(next.refusal, version, this.context.owner);
    return next.to;
  }

  /** The refusal of a command that comes too early or too late for the row that it is about. */
  conflict({ version }: Pick<WorkRow, 'version'>, text: Bilingual): PublicError {
    return refuse.conflict(text, { currentVersion: version, street: this.context.owner });
  }

  /**
   * The row that an input field names.
   *
   * @param expectedVersion that the client has seen; a client with an older version is told so, and not which rule the
   *   current row would break
   * @throws PublicError NOT_FOUND naming the field; BAD_USER_INPUT naming it when the input names sample and real rows;
   * CONFLICT when the row has another version
   */
  async get<Row extends WorkRow>(
    table: WorkTableClass<Row>,
    id: string,
    { at = table.table.input, expectedVersion = null }: Named = {},
  ): Promise<Row> {
    const row = await this.findNamed(table, id, at);
    if (row) {
      requireVersion(row, expectedVersion);
      return row;
    }
    const { label, listed, many } = table.table;
    const next = listed
      ? { zh: `请在 ${many} 中查找`, en: `Look it up in \`${many}\`` }
      : { zh: '请更正标识', en: 'Correct the id' };
    throw refuse.notFound(at, {
      zh: `没有标识为 ${shownCode(id)} 的${label.zh}。${next.zh}`,
      en: `There is no ${label.en} with the id ${shownCode(id)}. ${next.en}`,
    });
  }

  /**
   * The row that an input field names, or null where a rule has to say that it is missing.
   *
   * @param field path of the input, without `input.`
   * @throws PublicError BAD_USER_INPUT naming the field when the input names sample and real rows
   */
  async findNamed<Row extends WorkRow>(
    entity: EntityClass<Row>,
    id: string,
    field: string,
  ): Promise<Row | null> {
    const row = await this.find(entity, { id } as FindOptionsWhere<Row>);
    if (row) this.#kind.name(row, field);
    return row;
  }

  /**
   * Notes a row of another owner that the input names, as its owner has it, so that sample data and real rows stay apart.
   *
   * @param field path of the input, without `input.`
   * @throws PublicError BAD_USER_INPUT naming the field when the input names sample and real rows
   */
  noteElsewhere(row: Pick<WorkRow, 'sample'> | null, field: string): void {
    if (row) this.#kind.name(row, field);
  }

  /** The one row in force with these values, or null. */
  find<Row extends WorkRow>(entity: EntityClass<Row>, where: FindOptionsWhere<Row>): Promise<Row | null> {
    return this.manager.findOneBy(entity, { ...where, deletedAt: IsNull() });
  }

  /** All rows in force with these values, oldest first. */
  list<Row extends WorkRow>(entity: EntityClass<Row>, where: FindOptionsWhere<Row>): Promise<Row[]> {
    return this.manager.find(entity, {
      where: { ...where, deletedAt: IsNull() } as FindOptionsWhere<Row>,
      // Every work row has an id, which TypeORM's type of a generic row does not show.
      order: { id: 'ASC' } as FindOptionsOrder<Row>,
    });
  }

  /** Inserts a row, of the kind of those that the input names. */
  async insert<Row extends WorkRow>(entity: EntityClass<Row>, values: WorkValues<Row>): Promise<Row> {
    return this.#put(entity, {
      ...values,
      version: 1,
      ...this.stamps,
      deletedAt: null,
      sample: this.sample,
    });
  }

  /**
   * Inserts a row of reference data, which a person states instead of a file. Writers of reference data take turns, so that
   * rows show in the order of their `updated_at`.
   */
  async insertReference<Row extends ReferenceRow>(
    entity: EntityClass<Row>,
    values: ReferenceValues<Row>,
  ): Promise<Row> {
    await takeTurns(this.manager);
    return this.#put(entity, { ...values, updatedAt: this.stamps.updatedAt, deletedAt: null });
  }

  /** Inserts a row and notes it among the targets. @param columns all but the id */
  async #put<Row extends WorkRow | ReferenceRow>(entity: EntityClass<Row>, columns: object): Promise<Row> {
    // The compiler does not see the columns of a generic row.
    const row = this.manager.create(entity, columns as unknown as DeepPartial<Row>);
    const { identifiers } = await this.manager.insert(entity, row as QueryDeepPartialEntity<Row>);
    row.id = String(identifiers[0]?.['id']);
    this.#targets.add(row.id);
    return row;
  }

  /** Updates a row of reference data that was read in this transaction. */
  async changeReference<Row extends ReferenceRow>(
    row: Row,
    values: Partial<Omit<Row, 'id' | 'updatedAt'>>,
  ): Promise<Row> {
    await takeTurns(this.manager);
    const next = { ...values, updatedAt: this.stamps.updatedAt };
    await this.manager.update(
      row.constructor,
      { id: row.id },
      // Values of columns only, which a generic row does not show to the compiler.
      next as unknown as QueryDeepPartialEntity<Row>,
    );
    this.#targets.add(row.id);
    return Object.assign(row, next);
  }

  /** Updates a row that was read in this transaction. `get` has compared its version with the client's. */
  async change<Row extends WorkRow>(row: Row, values: Partial<WorkValues<Row>>): Promise<Row> {
    const next = { ...values, version: row.version + 1, updatedAt: this.stamps.updatedAt };
    // Commands run one after another; the condition also holds should that ever change.
    const { affected } = await this.manager.update(
      row.constructor,
      { id: row.id, version: row.version },
      // Values of columns only, which a generic row does not show to the compiler.
      next as unknown as QueryDeepPartialEntity<Row>,
    );
    if (affected !== 1) throw new Error(`row ${row.id} changed while it was held`);
    this.#targets.add(row.id);
    return Object.assign(row, next);
  }
}

function requireVersion({ version }: WorkRow, expected: number | null): void {
  if (expected !== null && expected !== version) throw conflict(expected, version);
}

const conflict = (expected: number, current: number): PublicError =>
  refuse.conflictAt(
    'expectedVersion',
    {
      zh: `期望版本 ${expected}，当前版本 ${current}；他人已先改动，请重读后再试`,
      en: `Version ${expected} is outdated: another user has changed the row to version ${current}. Read it again, then retry`,
    },
    { currentVersion: current },
  );
