import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';
import type { TestSubgraph } from '../test-subgraph';
import type { Values } from './values';

/** Adds a row to the district past all commands. @returns its id */
async function add(district: TestSubgraph, table: string, values: Values): Promise<string> {
  const row: Record<string, unknown> = { created_at: new Date(), updated_at: new Date(), ...values };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  const [added]: readonly { id: string }[] = await district.database.query(
    `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${places.join(', ')}) RETURNING id`,
    Object.values(row),
  );
  return added?.id ?? '';
}

async function budgetLine(district: TestSubgraph): Promise<string> {
  const budget = { year: 2026, document_title: '批复', approved_on: '2026-01-08', recorded_by: 'government' };
  const budgetId = await add(district, 'budget', { ...budget, document_number: randomUUID() });
  const line = { year: 2026, name: '社区建设', kind: '专项资金', amount: '1000.00' };
  return add(district, 'budget_line', { ...line, budget_id: budgetId });
}

async function transfer(district: TestSubgraph): Promise<string> {
  const offer = { street_code: 'DAYU', amount: '100.00', state: 'OFFERED', offered_by: 'office' };
  const line = await budgetLine(district);
  return add(district, 'fund_transfer', { ...offer, budget_line_id: line, voucher: randomUUID() });
}

async function acknowledged(district: TestSubgraph): Promise<string> {
  const id = await transfer(district);
  await district.database.query(
    `UPDATE fund_transfer SET state = 'ACKNOWLEDGED', answered_at = now() WHERE id = $1`,
    [id],
  );
  return id;
}

/** A transfer that the street has acknowledged. */
const receipt = (stage: DispatchStage, transferId: string): Promise<string> =>
  stage.add('fund_receipt', {
    transfer_id: transferId,
    outcome: 'ACKNOWLEDGED',
    year: 2026,
    kind: '专项资金',
    line_name: '社区建设',
    voucher: transferId,
    amount: '100.00',
    answered_by: 'finance',
  });

/** Targets of a command on funds, by the fields of its input. */
export async function fundsTarget(
  stage: DispatchStage,
  district: TestSubgraph,
  command: string,
): Promise<Values> {
  switch (command) {
    case 'recordBudget':
      return { kind: '专项资金' };
    case 'reverseBudgetLine':
    case 'offerTransfer':
      return { budgetLineId: await budgetLine(district), streetCode: 'DAYU' };
    case 'requestRecall':
      return { fundTransferId: await acknowledged(district) };
    case 'acknowledgeTransfer':
    case 'declineTransfer':
      return { transferId: await transfer(district) };
    case 'agreeToRecall':
    case 'refuseRecall': {
      const transferId = await acknowledged(district);
      await receipt(stage, transferId);
      const recall = { amount: '1.00', reason: '结余', state: 'REQUESTED', requested_by: 'office' };
      return { recallId: await add(district, 'fund_recall', { ...recall, transfer_id: transferId }) };
    }
    case 'recordExpenditure':
      return { fundReceiptId: await receipt(stage, randomUUID()), projectId: await stage.project() };
    case 'reverseExpenditure': {
      const entry = { amount: '1.00', paid_on: '2026-03-01', purpose: '维修', recorded_by: 'finance' };
      const [receiptId, projectId] = [await receipt(stage, randomUUID()), await stage.project()];
      const ofReceipt = { receipt_id: receiptId, project_id: projectId, voucher: randomUUID() };
      return { expenditureId: await stage.add('expenditure', { ...entry, ...ofReceipt }) };
    }
    default:
      return {};
  }
}
