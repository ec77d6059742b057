import { SYSTEM_SUBJECT } from '@mtg/access';
import type { TaskContext } from '@mtg/subgraph-kit';
import type { QueryRunner } from 'typeorm';
import { appendOwnAct } from '../audit/append-own-act';
import { underCommandLock } from '../locking/command-lock';
import type { TransactionManager } from './transaction';

/** Access of a platform task to its rows: the one connection of its transaction, as a command has it. */
export interface SystemTransaction {
  readonly manager: TransactionManager;
  /** The driver's client of this connection, for what TypeORM has no call for, such as COPY. */
  readonly connect: QueryRunner['connect'];
}

/**
 * Runs a task of the platform as a command is run: under the command lock, in one transaction, with an audit entry. A round
 * that writes nothing leaves no entry.
 *
 * @param name as the audit has it where a command's name stands, e.g. `superviseOverdue`
 * @param body writes, with the time of all that it does; returns the identifiers of what it wrote
 * @param input of the task; most depend on the time alone
 * @returns the same identifiers
 */
export function runSystemTask(
  name: string,
  { database, clock, owner }: Pick<TaskContext, 'database' | 'clock' | 'owner'>,
  body: (transaction: SystemTransaction, now: Date) => Promise<readonly string[]>,
  input: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  return underCommandLock(database, async ({ manager, connect }) => {
    const now = clock.now();
    const targets = await body({ manager, connect }, now);
    if (targets.length > 0) {
      await appendOwnAct(manager, owner, { at: now, actor: SYSTEM_SUBJECT, name, input, targets });
    }
    return { value: targets, writes: [] };
  });
}
