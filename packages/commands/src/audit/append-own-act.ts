import { ownRequestId } from '@mtg/service-kit';
import type { EntityManager } from 'typeorm';
import { appendAuditEntry } from './append';
import { digestOfInput } from './canonical';
import type { Imported } from './imported';

/** An act without a request behind it: a task of the platform, or an import. */
interface OwnAct {
  readonly at: Date;
  readonly actor: string;
  /** As the audit has it where a command's name stands, e.g. `superviseOverdue`. */
  readonly name: string;
  readonly input: object;
  readonly targets: readonly string[];
  readonly imported?: Imported;
}

/** Adds an act of the platform at the end of the chain, within the caller's transaction, which holds the command lock. */
export const appendOwnAct = (
  manager: EntityManager,
  chain: string,
  { name, input, targets, ...act }: OwnAct,
): Promise<void> =>
  appendAuditEntry(manager, chain, {
    ...act,
    role: null,
    scope: chain,
    command: name,
    inputDigest: digestOfInput(input),
    outcome: 'ALLOWED',
    code: null,
    rule: null,
    targets: [...targets],
    requestId: ownRequestId(name),
    times: 1,
  });
