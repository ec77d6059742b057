import type { CommandTransaction } from '@mtg/commands';
import {
  r01,
  r06,
  r10,
  type RuleViolation,
  type WorkOrderOrigin,
  type WorkOrderSource,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { Delegation } from '../../delegation/delegation';
import { DelegationGuidance } from '../../delegation/delegation-guidance';
import { CommitteeDecision } from '../../deliberation/committee-decision';
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

/** A source as the rules look at it. */
export interface CitedSource {
  readonly origin: WorkOrderOrigin & { readonly kind: WorkOrderSource };
  /** What the source itself breaks, before anything is known of the order. */
  readonly findings: readonly RuleViolation[];
  /** The delegation that the order carries out. */
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
      zh: `只能引用一个来源，这里给了 ${fields.join('、')}`,
      en: `an order has one source, and here are ${fields.join(', ')}`,
    });
  }
  if (keyPointId !== null) return ofKeyPoint(transaction, keyPointId, citedBy);
  if (delegationId !== null) return ofDelegation(transaction, delegationId, citedBy);
  return minutesItemId === null ? null : ofMinutesItem(transaction, minutesItemId, citedBy);
}

async function ofKeyPoint(
  transaction: CommandTransaction,
  id: string,
  citedBy = 'keyPointId',
): Promise<CitedSource> {
  const what = { zh: '工作要点', en: 'key point' };
  const { year, decisionId } = await transaction.get(KeyPoint, id, { field: 'keyPointId', what });
  const committeeDecision = await numberOfDecision(transaction, decisionId);
  return { origin: { kind: 'KEY_POINT', year, committeeDecision, citedBy }, findings: [] };
}

async function ofDelegation(
  transaction: CommandTransaction,
  id: string,
  citedBy = 'delegationId',
): Promise<CitedSource> {
  const what = { zh: '委托事项', en: 'delegation' };
  const delegation = await transaction.get(Delegation, id, { field: 'delegationId', what });
  const { state, decisionId } = delegation;
  const guidance = await transaction.list(DelegationGuidance, { delegationId: id });
  return {
    origin: {
      kind: 'DELEGATION',
      state,
      committeeDecision: await numberOfDecision(transaction, decisionId),
      centers: guidance.flatMap(({ centerCode }) => centerCode ?? []),
      citedBy,
    },
    findings: r10.check({ state, command: 'dispatchWorkOrder', citedBy }),
    delegation,
  };
}

async function ofMinutesItem(
  transaction: CommandTransaction,
  id: string,
  citedBy = 'minutesItemId',
): Promise<CitedSource> {
  const what = { zh: '纪要条目', en: 'item of minutes' };
  const item = await transaction.get(MinutesItem, id, { field: 'minutesItemId', what });
  const minutes = await transaction.find(Minutes, { id: item.minutesId });
  const meeting = minutes && (await transaction.find(Meeting, { id: minutes.meetingId }));
  const minutesState = minutes?.state ?? '';
  const centers = item.centerCode === null ? [] : [item.centerCode];
  return {
    origin: { kind: 'MINUTES_ITEM', state: minutesState, centers, citedBy },
    findings: [
      ...r06.check({ meetingKind: meeting?.kind ?? '', minutesItem: { minutesState }, citedBy }),
      ...r01.check({ matters: meeting ? await mattersOfItem(transaction, meeting, item) : [], citedBy }),
    ],
  };
}

async function numberOfDecision(transaction: CommandTransaction, id: string | null): Promise<string | null> {
  const decision = id === null ? null : await transaction.find(CommitteeDecision, { id });
  return decision?.number ?? null;
}
