import {
  addDays,
  amountLeft,
  amountOf,
  answeredRecall,
  fenOf,
  localDay,
  receivedTransfer,
  recordedExpenditure,
  reversedExpenditure,
  type Amount,
} from '@mtg/governance';
import { at } from '../calendar';
import type { SampleRecall, SampleTransfer } from '../district/funds-year';
import type { ChosenProject } from '../dispatch/projects';
import { THE_FINANCE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';

/** A receipt while the year spends from it. */
export interface OpenReceipt {
  readonly id: string;
  readonly createdAt: Date;
  left: Amount;
}

/** Days of payment in a quarter, and the days from one to the next. */
const PAYDAYS = 10;
const DAYS_BETWEEN = 8;
/** Payments on one of them, at most. */
const MOST_A_DAY = 10;

/**
 * The street acknowledges what the district offers, spends it on projects, and corrects a mistake now and then (R31).
 *
 * @returns the receipts with what is left of them after the year
 */
export function keepFunds(
  story: Story,
  transfers: readonly SampleTransfer[],
  projects: readonly ChosenProject[],
): readonly OpenReceipt[] {
  const receipts: OpenReceipt[] = [];
  for (const transfer of transfers) {
    if (!story.isPast(transfer.answeredAt)) continue;
    const receipt = acknowledge(story, transfer);
    spend(story, receipt, projects);
    if (transfer.recall && story.isPast(transfer.recall.answeredAt)) answer(story, receipt, transfer.recall);
    receipts.push(receipt);
  }
  return receipts;
}

function acknowledge(story: Story, { id, line, voucher, amount, answeredAt }: SampleTransfer): OpenReceipt {
  const act = actOf(THE_FINANCE_OFFICER, answeredAt);
  const values = receivedTransfer(act, { voucher, amount }, 'ACKNOWLEDGED', null);
  const { year, kind, name } = line;
  const receiptId = story.add('FundReceipt', answeredAt, {
    ...values,
    transferId: id,
    year,
    kind,
    lineName: name,
  });
  return { id: receiptId, createdAt: answeredAt, left: values.amount };
}

/** Answers the district's request to give back a part. */
function answer(story: Story, receipt: OpenReceipt, { id, amount, outcome, answeredAt }: SampleRecall): void {
  const act = actOf(THE_FINANCE_OFFICER, answeredAt);
  const reason = outcome === 'REFUSED' ? '已安排支出' : null;
  const draft = { amount, outcome, reason };
  const values = answeredRecall(act, { outcome: 'ACKNOWLEDGED', left: receipt.left }, draft);
  story.add('FundRecallAnswer', answeredAt, { ...values, recallId: id, receiptId: receipt.id });
  if (outcome === 'AGREED') receipt.left = amountLeft(receipt.left, amount);
}

/** Most of a transfer is spent within a quarter, in payments of about the same size. */
function spend(story: Story, receipt: OpenReceipt, projects: readonly ChosenProject[]): void {
  const all = fenOf(receipt.left);
  const aDay = Math.min(story.scale, MOST_A_DAY);
  for (let number = 1; number <= PAYDAYS * aDay; number += 1) {
    const day = addDays(localDay(receipt.createdAt), Math.ceil(number / aDay) * DAYS_BETWEEN);
    const paidAt = at(day, 16);
    const chartered = projects.filter(({ charteredAt }) => charteredAt < paidAt);
    if (!story.isPast(at(addDays(day, 1), 17)) || chartered.length === 0) return;
    const amount = amountOf((all * BigInt(story.random.whole(60, 90))) / BigInt(100 * PAYDAYS * aDay));
    const payment = { number, amount, paidAt, projectId: story.random.pick(chartered).id };
    const id = pay(story, receipt, payment);
    if (story.random.chance(0.05)) correct(story, receipt, { ...payment, id });
  }
}

interface Payment {
  readonly number: number;
  readonly amount: Amount;
  readonly paidAt: Date;
  readonly projectId: string;
}

const voucherOf = (receipt: OpenReceipt, number: number): string =>
  `样例支${receipt.id.slice(0, 13)}-${number}号`;
const common = {
  purpose: titled('项目支出'),
  payee: null,
  workOrderId: null,
  serviceProjectId: null,
} as const;

function pay(story: Story, receipt: OpenReceipt, { number, amount, paidAt, projectId }: Payment): string {
  const act = actOf(THE_FINANCE_OFFICER, paidAt);
  const draft = { voucher: voucherOf(receipt, number), amount, paidOn: localDay(paidAt), projectId };
  const open = { ...receipt, outcome: 'ACKNOWLEDGED' } as const;
  const values = recordedExpenditure(act, open, { ...draft, workOrderId: null, serviceProjectId: null });
  receipt.left = amountLeft(receipt.left, values.amount);
  return story.add('Expenditure', paidAt, { ...common, ...values, receiptId: receipt.id, projectId });
}

/** A payment that was entered wrongly is reversed the day after. */
function correct(
  story: Story,
  receipt: OpenReceipt,
  { id, number, amount, paidAt, projectId }: Payment & { readonly id: string },
): void {
  const correctedAt = at(addDays(localDay(paidAt), 1), 16);
  const act = actOf(THE_FINANCE_OFFICER, correctedAt);
  const values = reversedExpenditure(act, { id, amount, reversesId: null, isReversed: false }, '金额记错');
  receipt.left = amountLeft(receipt.left, values.amount);
  story.add('Expenditure', correctedAt, {
    ...common,
    ...values,
    voucher: voucherOf(receipt, number),
    receiptId: receipt.id,
    projectId,
  });
}
