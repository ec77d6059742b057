import type { Maybe } from '../checks/facts';
import { amountLeft, fenOf, negatedAmount, normalAmount, type Amount } from '../money/amount';
import { r31 } from '../rules/r31-funds';
import type { FundTransferState } from '../state-machines/machines/funds';
import { localDay, type LocalDay } from '../time/local-day';
import type { RecallOutcome, ReceiptOutcome } from '../vocabulary/funds';
import type { Act } from './act';
import { present } from './present';

/** A transfer as the district offers it, and as both sides have it in their books. */
export interface TransferOffer {
  readonly voucher: Maybe<string>;
  readonly amount: Amount;
}

interface LineDraft {
  readonly name: string;
  readonly kind: string;
  readonly amount: Amount;
}

/** Budgets an amount for a purpose (R31). @param field path of the amount in the input */
export function budgetedLine(act: Act, { name, kind, amount }: LineDraft, field: string) {
  act.requireInput(
    fenOf(amount) > 0n
      ? undefined
      : {
          field,
          message: {
            zh: '预算金额须大于零。请更正',
            en: 'A budgeted amount must be greater than zero. Correct it',
          },
        },
  );
  return { name, kind, amount: normalAmount(amount), reversesId: null, reason: null };
}

/** Commits a part of a budget line to a street (R31). @param left what the line has not committed yet */
export function offeredTransfer(act: Act, { voucher, amount }: TransferOffer, left: Amount) {
  act.require(r31.check({ of: 'TRANSFER', voucher, amount, left }));
  return {
    voucher: present(voucher),
    amount: normalAmount(amount),
    state: 'OFFERED' as const,
    answeredAt: null,
  };
}

/** Enters a street's answer to an offer into its books, once (R31). */
export function receivedTransfer(
  act: Act,
  { voucher, amount }: TransferOffer,
  outcome: ReceiptOutcome,
  reason: string | null,
) {
  return {
    voucher: present(voucher),
    amount: normalAmount(amount),
    outcome,
    reason,
    answeredBy: act.actor.subject,
  };
}

interface Transfer {
  readonly amount: Amount;
  /** Amounts of the recalls of it that are open or agreed. */
  readonly recalled: readonly Amount[];
  readonly state: FundTransferState;
}

/** The district names transfer and amount, the street the recall that has both. */
const ASKED = { transfer: 'fundTransferId', amount: 'amount' };
const ANSWERED = { transfer: 'recallId', amount: 'recallId' };

/** Asks a street to give back a part of a transfer that it has not spent (R31). */
export function requestedRecall(act: Act, { amount, recalled, state }: Transfer, asked: Amount) {
  const left = amountLeft(amount, ...recalled);
  act.require(r31.check({ of: 'RECALL', amount: asked, left, outcome: state, named: ASKED }));
  return { amount: normalAmount(asked), state: 'REQUESTED' as const, answeredAt: null };
}

interface Receipt {
  readonly outcome: ReceiptOutcome;
  /** Neither spent nor given back. */
  readonly left: Amount;
}

/** Enters a street's answer to a recall into its books. What it agrees to give back, it has not spent (R31). */
export function answeredRecall(
  act: Act,
  { outcome: received, left }: Receipt,
  { amount, outcome, reason }: RecallAnswerDraft,
) {
  if (outcome === 'AGREED') {
    act.require(r31.check({ of: 'RECALL', amount, left, outcome: received, named: ANSWERED }));
  }
  return { amount: normalAmount(amount), outcome, reason, answeredBy: act.actor.subject };
}

interface RecallAnswerDraft {
  readonly amount: Amount;
  readonly outcome: RecallOutcome;
  readonly reason: string | null;
}

interface ExpenditureDraft {
  readonly voucher: Maybe<string>;
  readonly amount: Amount;
  readonly paidOn: LocalDay;
  readonly projectId: string | null;
  readonly workOrderId: string | null;
  readonly serviceProjectId: string | null;
}

/** Records a payment out of a transfer (R31). */
export function recordedExpenditure(
  act: Act,
  receipt: Receipt & { readonly createdAt: Date },
  draft: ExpenditureDraft,
) {
  const { voucher, amount, paidOn, projectId, workOrderId, serviceProjectId } = draft;
  act.require(
    r31.check({
      of: 'EXPENDITURE',
      voucher,
      amount,
      paidOn,
      left: receipt.left,
      outcome: receipt.outcome,
      purposes: [projectId, workOrderId, serviceProjectId].filter((each) => each !== null),
      receivedOn: localDay(receipt.createdAt),
      today: localDay(act.now),
    }),
  );
  return {
    voucher: present(voucher),
    amount: normalAmount(amount),
    paidOn,
    reversesId: null,
    reason: null,
    recordedBy: act.actor.subject,
  };
}

interface Reversible {
  readonly id: string;
  readonly amount: Amount;
  readonly reversesId: string | null;
  readonly isReversed: boolean;
}

/** Reverses a payment as a whole by an entry that names it (R31). */
export function reversedExpenditure(act: Act, first: Reversible, reason: string) {
  requireFirst(act, first, 'expenditureId', false);
  return {
    amount: negatedAmount(first.amount),
    paidOn: localDay(act.now),
    reversesId: first.id,
    reason,
    recordedBy: act.actor.subject,
  };
}

/** Reverses a budget line as a whole by an entry that names it. Nothing may be committed of it (R31). */
export function reversedLine(act: Act, first: Reversible & { readonly left: Amount }, reason: string) {
  requireFirst(act, first, 'budgetLineId', fenOf(first.left) !== fenOf(first.amount));
  return { amount: negatedAmount(first.amount), reversesId: first.id, reason };
}

function requireFirst(
  act: Act,
  { reversesId, isReversed }: Reversible,
  field: string,
  isCommitted: boolean,
): void {
  const first = { isReversal: reversesId !== null, isReversed, isCommitted };
  act.require(r31.check({ of: 'REVERSAL', field, first }));
}
