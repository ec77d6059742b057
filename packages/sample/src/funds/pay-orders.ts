import { addDays, amountLeft, amountOf, fenOf, localDay, recordedExpenditure } from '@mtg/governance';
import { at } from '../calendar';
import type { LivedOrder } from '../dispatch/orders';
import { THE_FINANCE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { OpenReceipt } from './keep-funds';

/** Share of the closed orders that cost something. */
const PAID = 0.1;
const PAID_AFTER_DAYS = 4;

/** Pays for some of the orders that were closed, out of the last receipt of which enough is left (R31). */
export function payOrders(
  story: Story,
  receipts: readonly OpenReceipt[],
  orders: readonly LivedOrder[],
): void {
  for (const { id: workOrderId, state, openTo } of orders) {
    if (state !== 'CLOSED' || !story.random.chance(PAID)) continue;
    const amount = amountOf(BigInt(story.random.whole(100, 500)) * 100n);
    const paidAt = at(addDays(localDay(openTo), PAID_AFTER_DAYS), 11);
    const receipt = receipts.findLast(
      ({ createdAt, left }) => createdAt < paidAt && fenOf(left) >= fenOf(amount),
    );
    if (!receipt || !story.isPast(paidAt)) continue;
    const paid = { projectId: null, workOrderId, serviceProjectId: null };
    const draft = {
      voucher: `样例办${workOrderId.slice(-12)}号`,
      amount,
      paidOn: localDay(paidAt),
      ...paid,
    };
    const open = { ...receipt, outcome: 'ACKNOWLEDGED' } as const;
    const values = recordedExpenditure(actOf(THE_FINANCE_OFFICER, paidAt), open, draft);
    receipt.left = amountLeft(receipt.left, values.amount);
    story.add('Expenditure', paidAt, {
      ...values,
      ...paid,
      receiptId: receipt.id,
      purpose: titled('派单办理费用'),
      payee: null,
    });
  }
}
