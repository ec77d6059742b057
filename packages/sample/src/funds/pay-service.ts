import { amountLeft, fenOf, localDay, recordedExpenditure, type Amount } from '@mtg/governance';
import { THE_FINANCE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { OpenReceipt } from './keep-funds';

/**
 * Pays a service project that was accepted, out of a receipt of which enough is left after all that the year spends
 * otherwise. While there is none, it stays unpaid (R31).
 */
export function payService(
  story: Story,
  receipts: readonly OpenReceipt[],
  { id, amount, paidAt }: { readonly id: string; readonly amount: Amount; readonly paidAt: Date },
): void {
  if (!story.isPast(paidAt)) return;
  const receipt = receipts.find(({ createdAt, left }) => createdAt < paidAt && fenOf(left) >= fenOf(amount));
  if (!receipt) return;
  const draft = {
    voucher: `样例购${id.slice(-12)}号`,
    amount,
    paidOn: localDay(paidAt),
    projectId: null,
    workOrderId: null,
    serviceProjectId: id,
  };
  const open = { ...receipt, outcome: 'ACKNOWLEDGED' } as const;
  const values = recordedExpenditure(actOf(THE_FINANCE_OFFICER, paidAt), open, draft);
  receipt.left = amountLeft(receipt.left, values.amount);
  story.add('Expenditure', paidAt, {
    ...values,
    purpose: titled('购买服务'),
    payee: null,
    projectId: null,
    workOrderId: null,
    receiptId: receipt.id,
    serviceProjectId: id,
  });
}
