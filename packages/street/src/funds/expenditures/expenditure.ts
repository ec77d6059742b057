import { column, defineTable, type RowOf } from '@mtg/commands';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { Project } from '../../dispatch/projects/project';
import { ServiceProject } from '../../services/projects/service-project';
import { FundReceipt } from '../receipts/fund-receipt';
import { recordedLate } from '../../foundation/recorded-late';

/** A payment out of an acknowledged transfer, by a voucher (R31). A mistake is reversed by an entry that names it. */
export const Expenditure = defineTable('Expenditure', {
  zh: '支出',
  en: 'Expenditure out of a transfer',
  list: 'Expenditures of the street',
  read: { group: 'FUNDS' },
  writes: 'APPEND_ONLY',
  columns: {
    receiptId: column.ref(() => FundReceipt, { inverse: 'expenditures', trace: column.ON }),
    voucher: column.mark('凭证号', 'Number of the voucher'),
    amount: column.amount('金额，冲销为负', 'Amount. Negative for a reversal'),
    paidOn: column.day('支出日期', 'Day of the payment'),
    purpose: column.line('用途', 'Purpose'),
    payee: column.optional(column.personal(column.line('收款方', 'Payee. Null if not stated'))),
    projectId: column.optional(
      column.ref(() => Project, {
        zh: '所用于的项目',
        en: 'Project that it is for. Null if it is for something else',
        inverse: 'expenditures',
        trace: column.ON,
      }),
    ),
    workOrderId: column.optional(
      column.ref(() => WorkOrder, {
        zh: '所用于的派单',
        en: 'Work order that it is for. Null if it is for something else',
        inverse: 'expenditures',
        trace: column.ON,
      }),
    ),
    serviceProjectId: column.optional(
      column.ref(() => ServiceProject, {
        zh: '所用于的购买服务项目',
        en: 'Service project that it is for. Null if it is for something else',
        inverse: 'expenditures',
        trace: column.ON,
      }),
    ),
    reversesId: column.optional(
      column.self({
        zh: '所冲销的支出',
        en: 'Expenditure that this one reverses. Null for a payment',
        inverse: {
          name: 'reversal',
          single: true,
          zh: '冲销此笔的记录',
          en: 'Entry that reverses this one. Null while it stands',
        },
      }),
    ),
    reason: column.optional(column.text('冲销的理由', 'Reason for the reversal. Null for a payment')),
    recordedBy: column.subject('登记人(令牌中的人员标识)', 'Recorder, as token subject'),
  },
  derived: {
    recordedLate: recordedLate(
      'paidOn',
      'createdAt',
      '是否补录(登记晚于支出之日)',
      'Whether it was recorded after the day of the payment',
    ),
  },
  shares: ['receiptId', 'amount', 'paidOn', 'projectId', 'workOrderId', 'serviceProjectId', 'reversesId'],
  trace: { title: 'purpose' },
});

export type Expenditure = RowOf<typeof Expenditure>;
