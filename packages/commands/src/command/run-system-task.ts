import { SYSTEM_SUBJECT } from '@mtg/access';
import { ownRequestId } from '@mtg/service-kit';
import type { TaskContext } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { appendAuditEntry } from '../audit/append';
import { digestOfInput } from '../audit/canonical';
import { inTurn } from './in-turn';

/**
 * Runs what the platform does by itself as a command is run: in its turn, in one transaction, and on record. A round that
 * writes nothing leaves no trace.
 *
 * @param name as the audit has it where a command's name stands, e.g. `superviseOverdue`
 * @param body writes, with the time of all that it does; returns the identifiers of what it wrote
 * @param input what it was asked for; what most tasks are decided by is the time alone
 * @returns the same identifiers
 */
export function runSystemTask(
  name: string,
  { database, clock, owner }: Pick<TaskContext, 'database' | 'clock' | 'owner'>,
  body: (transaction: { readonly manager: EntityManager }, now: Date) => Promise<readonly string[]>,
  input: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  return inTurn(database, async (manager) => {
    const now = clock.now();
    const targets = await body({ manager }, now);
    if (targets.length > 0) {
      await appendAuditEntry(manager, owner, {
        at: now,
        actor: SYSTEM_SUBJECT,
        role: null,
        scope: owner,
        command: name,
        inputDigest: digestOfInput(input),
        outcome: 'ALLOWED',
        code: null,
        rule: null,
        targets: [...targets],
        requestId: ownRequestId(name),
        times: 1,
      });
    }
    return targets;
  });
}
