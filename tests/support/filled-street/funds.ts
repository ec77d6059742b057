import type { SequenceStreet } from '../sequence-street';

/** Transfers that the street has answered, and their results. The district that offered them is not there. */
export async function funds({ sql }: SequenceStreet): Promise<void> {
  for (const [voucher, outcome] of [
    ['拨字1号', 'ACKNOWLEDGED'],
    ['拨字2号', 'DECLINED'],
  ]) {
    await sql(
      `INSERT INTO fund_receipt (created_at, updated_at, transfer_id, outcome, year, kind, line_name, voucher, amount, reason, answered_by)
       VALUES (now(), now(), uuidv7(), $1, 2026, '专项资金', '社区建设', $2, 100, CASE $1 WHEN 'DECLINED' THEN '记错' END, 'finance')`,
      [outcome, voucher],
    );
  }
  await sql(`INSERT INTO fund_recall_answer (created_at, updated_at, recall_id, receipt_id, outcome, amount, answered_by)
    SELECT now(), now(), uuidv7(), id, 'AGREED', 10, 'finance' FROM fund_receipt WHERE outcome = 'ACKNOWLEDGED'`);
  await sql(`INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, payee, project_id, recorded_by)
    SELECT now(), now(), receipt.id, '支字1号', 20, '2026-03-02', '维修', '样例单位', project.id, 'finance'
    FROM fund_receipt receipt, (SELECT id FROM project ORDER BY id LIMIT 1) project WHERE outcome = 'ACKNOWLEDGED'`);
  await sql(`INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, work_order_id, recorded_by)
    SELECT now(), now(), receipt.id, '支字2号', 20, '2026-03-02', '维修', orders.id, 'finance'
    FROM fund_receipt receipt, (SELECT id FROM work_order ORDER BY id LIMIT 1) orders WHERE outcome = 'ACKNOWLEDGED'`);
  await sql(`INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, service_project_id, recorded_by)
    SELECT now(), now(), receipt.id, '支字3号', 20, '2026-03-02', '服务', services.id, 'finance'
    FROM fund_receipt receipt, (SELECT id FROM service_project ORDER BY id LIMIT 1) services WHERE outcome = 'ACKNOWLEDGED'`);
  await sql(`INSERT INTO expenditure (created_at, updated_at, receipt_id, voucher, amount, paid_on, purpose, project_id, reverses_id, reason, recorded_by)
    SELECT now(), now(), receipt_id, voucher, -amount, '2026-03-03', purpose, project_id, id, '记错', 'finance'
    FROM expenditure WHERE project_id IS NOT NULL`);
}
