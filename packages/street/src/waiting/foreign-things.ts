import { awaitedActs, type AwaitedAct } from '@mtg/access';
import type { Statement } from '@mtg/commands';
import { fundRecallMachine, fundTransferMachine, type Bilingual, type StateMachine } from '@mtg/governance';
import { PublicError } from '@mtg/service-kit';
import type { WaitingFunds } from '../district-references/waiting-funds';
import type { StreetContext } from '../foundation/street-context';

/** Rows of the district that wait for an answer of the street. */
interface ForeignThing {
  readonly kind: WaitingFunds['kind'];
  readonly label: Bilingual;
  readonly machine: StateMachine;
  readonly state: string;
  /** The street's table with its answers, and the column with the district's id. */
  readonly answered: { readonly table: string; readonly column: string };
}

const FOREIGN_THINGS: readonly ForeignThing[] = [
  {
    kind: 'FundTransfer',
    label: { zh: '资金转拨', en: 'transfer of funds' },
    machine: fundTransferMachine,
    state: 'OFFERED',
    answered: { table: 'fund_receipt', column: 'transfer_id' },
  },
  {
    kind: 'FundRecall',
    label: { zh: '资金收回', en: 'recall of funds' },
    machine: fundRecallMachine,
    state: 'REQUESTED',
    answered: { table: 'fund_recall_answer', column: 'recall_id' },
  },
];

/** Rows of one kind that the district has, and what they wait for. */
export interface ForeignBranch {
  readonly name: string;
  readonly label: Bilingual;
  readonly acts: readonly AwaitedAct[];
  /** SQL of those that the street has not answered, as the district may not have heard. */
  readonly sql: (statement: Statement, index: number) => string;
}

/**
 * Asks the district for what waits for the caller in its books.
 *
 * @returns undefined while the district does not answer
 */
export async function foreignBranches(
  context: StreetContext,
  sample: boolean,
): Promise<readonly ForeignBranch[] | undefined> {
  const { actor, owner, district } = context;
  if (actor?.street !== owner) return [];
  const things = FOREIGN_THINGS.flatMap((thing) => {
    const acts = awaitedActs(actor.role, thing.machine, thing.state);
    return acts.length > 0 ? [{ ...thing, acts }] : [];
  });
  if (things.length === 0) return [];
  try {
    const waiting = await district.waitingFunds(owner, sample, context);
    return things.map(({ kind, label, acts, answered: { table, column } }) => ({
      name: kind,
      label,
      acts,
      sql: (statement, index) => {
        const rows = JSON.stringify(waiting.filter((each) => each.kind === kind));
        const row = statement.alias();
        return `SELECT ${index} AS branch, ${row}.id, ${row}.title, ${row}.state, NULL::date AS deadline, ${row}.since
          FROM jsonb_to_recordset(${statement.value(rows)}::jsonb) AS ${row} (id uuid, title text, state text, since timestamptz)
          WHERE NOT EXISTS (SELECT FROM ${table} its WHERE its.${column} = ${row}.id)`;
      },
    }));
  } catch (error) {
    if (error instanceof PublicError) return undefined;
    throw error;
  }
}
