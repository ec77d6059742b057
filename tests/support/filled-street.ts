import { corrections } from './filled-street/corrections';
import { attachments } from './filled-street/attachments';
import { communities } from './filled-street/community-work';
import { bodies, jointMeeting, monthlyMeeting } from './filled-street/deliberation';
import { dispatch } from './filled-street/dispatch';
import { evaluation } from './filled-street/evaluation';
import { enforcement } from './filled-street/enforcement';
import { funds } from './filled-street/funds';
import { register } from './filled-street/people';
import { messages } from './filled-street/messages';
import { consultations, plans } from './filled-street/planning';
import { services } from './filled-street/services';
import { Scribe } from './filled-street/scribe';
import { project } from './sequence-sources';
import { dayAfter, type SequenceStreet } from './sequence-street';

export { SCHEMA } from './filled-street/scribe';

/** Writes into a street what belongs to two of everything: centers, communities, departments, authors. */
export async function fillStreet(street: SequenceStreet): Promise<void> {
  const scribe = new Scribe(street);
  await bodies(scribe);
  await jointMeeting(scribe);
  await monthlyMeeting(scribe);
  const orders = await dispatch(scribe);
  await communities(scribe, orders);
  await enforcement(scribe, orders[0] ?? '');
  await plans(scribe, await project(street));
  await services(scribe);
  await evaluation(scribe, orders[0] ?? '');
  await consultations(scribe, orders);
  await register(scribe);
  await funds(street);
  await corrections(street);
  await attachments(scribe);
  await messages(street);
  const day = dayAfter(street.now(), 0);
  for (const rule of ['R02', 'R24']) {
    await street.sql(
      `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
       VALUES (now(), now(), $1, $2, '大峪', 'OPEN', '未召开')`,
      [rule, day],
    );
  }
  await street.sql(
    `INSERT INTO finding_answer (created_at, updated_at, rule_finding_id, state, explanation, remedy, remedy_until, answered_by, role,
       decided_at, decided_by, sent_back_for)
     SELECT now(), now(), id, 'SENT_BACK', '外出培训', '下周补足', '2026-04-30', 'leader', 'STREET_LEADER', now(), 'dispatcher',
       '请写明人员' FROM rule_finding`,
  );
  await street.sql(
    `INSERT INTO judgement (created_at, updated_at, rule, period, subject, center_code, due_on, remind_on, status, verdict, late,
       reason, counted, counted_days, fact_ids)
     SELECT now(), now(), 'R02', '2026-Q1', 'DAYU', NULL, '2026-03-31', '2026-03-24', 'OVERDUE', 'BROKEN', false, '没有召开', 1,
       ARRAY['2026-03-02'], ARRAY[(SELECT min(id::text) FROM meeting)]`,
  );
}
