import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import type { Values } from './values';

/** A delegation by this place's department, in this state. */
export async function delegation(stage: DispatchStage, state: string, aim: Place): Promise<string> {
  const id = await stage.delegation(state === 'SUBMITTED' ? 'OPINION_HEARD' : state, aim.department);
  if (state !== 'SUBMITTED') return id;
  await stage.dayu.database.query(
    `UPDATE delegation SET state = 'SUBMITTED', opinion = NULL, opinion_heard_at = NULL, deployment = NULL,
       deployed_at = NULL WHERE id = $1`,
    [id],
  );
  return id;
}

/** Target of a command about orders: an order of this place's center, or what one is made from. */
export async function orders(
  stage: DispatchStage,
  command: string,
  state: string,
  aim: Place,
): Promise<Values> {
  if (command === 'dispatchWorkOrder') {
    const { projectId, keyPointId, responsiblePerson } = await stage.draft();
    return { projectId, keyPointId, responsiblePerson, deadline: '2026-03-20' };
  }
  const { id } = await stage.orderIn(state);
  const workOrderId = String(id);
  await stage.dayu.database.query('UPDATE work_order SET center_code = $1 WHERE id = $2', [
    aim.center,
    workOrderId,
  ]);
  if (command === 'resolveSupervision') {
    const values = { work_order_id: workOrderId, state: 'OPEN', missed_deadline: '2026-03-01' };
    return { supervisionId: await stage.add('supervision', values) };
  }
  if (command === 'dispatchSubOrder') {
    return { parentId: workOrderId, responsiblePerson: '王敏', deadline: '2026-03-20' };
  }
  if (command === 'issueFeedbackReport') {
    return { workOrderIds: workOrderId, recipients: 'DEPARTMENT' };
  }
  if (/^(grant|refuse)Extension$/u.test(command)) {
    const wanted = { present_deadline: '2026-03-20', wanted_deadline: '2026-05-01' };
    const values = { state: 'PENDING', reason: '雨期', applicant: 'head', ...wanted };
    await stage.add('extension_request', { work_order_id: workOrderId, ...values });
  }
  return {
    workOrderId,
    ...(command === 'requestExtension' && { deadline: '2026-05-01' }),
    ...(command === 'reassignWorkOrder' && { responsiblePerson: '李强' }),
  };
}
