import type { CommandTransaction } from '@mtg/commands';
import type { OrderSource } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { Delegation } from '../../delegation/requests/delegation';
import { DelegationGuidance } from '../../delegation/requests/delegation-guidance';
import { CommitteeDecision } from '../../deliberation/decisions/committee-decision';
import { mattersOfItem } from '../../deliberation/minutes/matters-of-item';
import { Meeting } from '../../deliberation/meetings/meeting';
import { Minutes } from '../../deliberation/minutes/minutes';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { KeyPoint } from '../../deliberation/yearly/key-point';

/** The one source that an order cites, by its id. */
export interface SourceIds {
  readonly keyPointId: string | null;
  readonly delegationId: string | null;
  readonly minutesItemId: string | null;
}

/** A source as the rules look at it, with the delegation that the order carries out. */
export interface CitedSource extends OrderSource {
  readonly delegation?: Delegation;
}

/**
 * The source that an input cites; null when it cites none, which is for rule R11 to answer.
 *
 * @param citedBy input that leads to the source, where that is not its own id
 * @throws PublicError BAD_USER_INPUT when it cites several; NOT_FOUND when there is no such one
 */
export async function readSource(
  transaction: CommandTransaction,
  { keyPointId, delegationId, minutesItemId }: SourceIds,
  citedBy?: string,
): Promise<CitedSource | null> {
  const given = Object.entries({ keyPointId, delegationId, minutesItemId }).filter(([, id]) => id !== null);
  if (given.length > 1) {
    const fields = given.map(([name]) => name);
    throw refuse.badInput(fields[1] ?? '', {
      zh: `不能同时填 ${fields.join('、')}。请只引用一个来源`,
      en: `${fields.join(' and ')} cannot be combined. Cite only one source`,
    });
  }
  const source = await find(transaction, { keyPointId, delegationId, minutesItemId });
  return source && citedBy !== undefined ? { ...source, citedBy } : source;
}

async function find(
  transaction: CommandTransaction,
  { keyPointId, delegationId, minutesItemId }: SourceIds,
): Promise<CitedSource | null> {
  if (keyPointId !== null) return ofKeyPoint(transaction, keyPointId);
  if (delegationId !== null) return ofDelegation(transaction, delegationId);
  return minutesItemId === null ? null : ofMinutesItem(transaction, minutesItemId);
}

async function ofKeyPoint(transaction: CommandTransaction, id: string): Promise<CitedSource> {
  const { year, decisionId, baseTaskCodes } = await transaction.get(KeyPoint, id);
  const committeeDecision = await numberOfDecision(transaction, decisionId);
  return { kind: 'KEY_POINT', id, year, committeeDecision, baseTaskCodes };
}

async function ofDelegation(transaction: CommandTransaction, id: string): Promise<CitedSource> {
  const delegation = await transaction.get(Delegation, id);
  const { state, decisionId } = delegation;
  const guidance = await transaction.list(DelegationGuidance, { delegationId: id });
  return {
    kind: 'DELEGATION',
    id,
    state,
    committeeDecision: await numberOfDecision(transaction, decisionId),
    centers: guidance.flatMap(({ centerCode }) => centerCode ?? []),
    delegation,
  };
}

async function ofMinutesItem(transaction: CommandTransaction, id: string): Promise<CitedSource> {
  const item = await transaction.get(MinutesItem, id);
  const minutes = await transaction.find(Minutes, { id: item.minutesId });
  const meeting = minutes && (await transaction.find(Meeting, { id: minutes.meetingId }));
  return {
    kind: 'MINUTES_ITEM',
    id,
    state: minutes?.state,
    centers: item.centerCode === null ? [] : [item.centerCode],
    meetingKind: meeting?.kind ?? '',
    matters: meeting ? await mattersOfItem(transaction, meeting, item) : [],
  };
}

async function numberOfDecision(transaction: CommandTransaction, id: string | null): Promise<string | null> {
  const decision = id === null ? null : await transaction.find(CommitteeDecision, { id });
  return decision?.number ?? null;
}
