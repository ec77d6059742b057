import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';

/** A center that was added by a decision. @returns its code */
export async function localCenter(stage: DispatchStage, number: number): Promise<string> {
  const code = `ADDED_${number}`;
  const decisionId = await stage.add('committee_decision', {
    number: randomUUID(),
    decided_at: stage.clock.now(),
    outcome: 'APPROVED',
    subject: 'LOCAL_CENTER',
    summary: '同意',
  });
  await stage.dayu.database.query(
    `INSERT INTO plain_local_center (citation, code, name, aliases, function_text, decision_id)
     VALUES ('document:1', $1, $2, '{}', '服务', $3)`,
    [code, `增设中心${number}`, decisionId],
  );
  return code;
}
