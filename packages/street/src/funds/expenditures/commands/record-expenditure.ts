import { field } from '@mtg/commands';
import { MARK, recordedExpenditure } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../../dispatch/orders/work-order';
import { Project } from '../../../dispatch/projects/project';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { ServiceProject } from '../../../services/projects/service-project';
import { FundReceipt } from '../../receipts/fund-receipt';
import { leftOf } from '../../receipts/left-of-receipt';
import { Expenditure } from '../expenditure';

/** R31: a payment out of what the street has acknowledged, for a project, a work order or a service project. */
export const recordExpenditure = defineCommand({
  name: 'recordExpenditure',
  description: zhEn(
    '登记支出：凭证支出已确认的转拨，用于一个项目、派单或购买服务项目(R31)',
    'Records a payment out of an acknowledged transfer, for a project, a work order or a service project (R31)',
  ),
  input: {
    fundReceiptId: FundReceipt.id(),
    voucher: field.ruled(zhEn('凭证号(R31)', 'Number of the voucher (R31)'), MARK),
    amount: field.amount(zhEn('金额(元)', 'Amount in 元')),
    paidOn: field.day(zhEn('支出日期，不晚于今天', 'Day of the payment, today or earlier')),
    purpose: field.line(zhEn('用途', 'Purpose')),
    payee: field.optional(field.line(zhEn('收款方', 'Payee'))),
    projectId: field.optional(Project.id()),
    workOrderId: field.optional(WorkOrder.id()),
    serviceProjectId: field.optional(ServiceProject.id()),
  },
  payload: { expenditure: () => Expenditure },
  execute: async ({ fundReceiptId, ...draft }, transaction) => {
    const receipt = await transaction.get(FundReceipt, fundReceiptId);
    const { projectId, workOrderId, serviceProjectId, purpose, payee } = draft;
    if (projectId !== null) await transaction.get(Project, projectId);
    if (workOrderId !== null) await transaction.get(WorkOrder, workOrderId);
    if (serviceProjectId !== null) await transaction.get(ServiceProject, serviceProjectId);
    const { outcome, createdAt } = receipt;
    const left = await leftOf(transaction, receipt);
    const values = recordedExpenditure(transaction, { outcome, createdAt, left }, draft);
    await requireNewVoucher(transaction, receipt, values.voucher);
    const expenditure = await transaction.insert(Expenditure, {
      ...values,
      receiptId: receipt.id,
      purpose,
      payee,
      projectId,
      workOrderId,
      serviceProjectId,
    });
    return { expenditure };
  },
});

/** A voucher stands once in a receipt. After its reversal it may be recorded correctly. */
async function requireNewVoucher(
  transaction: StreetTransaction,
  { id: receiptId }: FundReceipt,
  voucher: string,
): Promise<void> {
  const same = await transaction.list(Expenditure, { receiptId, voucher: looksLike(voucher) });
  const reversed = new Set(same.map(({ reversesId }) => reversesId));
  const standing = same.find(({ id, reversesId }) => reversesId === null && !reversed.has(id));
  if (!standing) return;
  throw refuse.badInput('voucher', {
    zh: `凭证“${standing.voucher}”已登记。请核对凭证号，或先冲销该笔`,
    en: `Voucher “${standing.voucher}” is already recorded. Correct the number, or reverse that entry first`,
  });
}
