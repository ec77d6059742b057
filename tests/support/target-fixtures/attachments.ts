import { randomUUID } from 'node:crypto';
import type { DispatchStage } from '../dispatch';
import type { Place } from '../everybody';
import { ledgerEntry } from './community-work';
import { meeting, minutes } from './deliberation';
import { delegation, orders } from './dispatch';
import { enforcement } from './enforcement';
import { serial } from './serial';
import type { Values } from './values';

/** A record of this kind, at this place. */
const RECORDS: Readonly<Record<string, (stage: DispatchStage, aim: Place) => Promise<unknown>>> = {
  MEETING: (stage) => meeting(stage, 'JOINT', 'CLOSED'),
  MINUTES: async (stage) => minutes(stage, await meeting(stage, 'JOINT', 'CLOSED')),
  DELEGATION: (stage, aim) => delegation(stage, 'SUBMITTED', aim),
  WORK_ORDER: async (stage, aim) =>
    (await orders(stage, 'attachEvidence', 'IN_PROGRESS', aim))['workOrderId'],
  LEDGER_ENTRY: ledgerEntry,
  SUPPORT_ISSUE: (stage, aim) =>
    stage.add('support_issue', {
      state: 'RAISED',
      kind: 'PARKING',
      title: '停车难',
      center_code: aim.center,
      community_code: aim.community,
      raised_on: '2026-03-01',
    }),
  EXPENDITURE: async (stage) => {
    const receipt_id = await stage.add('fund_receipt', {
      transfer_id: randomUUID(),
      outcome: 'ACKNOWLEDGED',
      year: 2026,
      kind: '专项',
      line_name: '购买服务',
      voucher: `收${serial()}`,
      amount: '100.00',
      answered_by: 'finance',
    });
    const spent = { voucher: `支${serial()}`, amount: '1.00', paid_on: '2026-03-01', purpose: '印刷' };
    const project_id = await stage.project();
    return stage.add('expenditure', { receipt_id, ...spent, project_id, recorded_by: 'finance' });
  },
  VISIT_RECORD: (stage, aim) => record(stage, aim),
  SENTIMENT_LOG: async (stage, aim) => {
    const of = { center_code: aim.center, community_code: aim.community };
    const visit = { ...of, day: '2026-03-01', form: 'CALL', staff_subject: 'staff' };
    const visit_id = await stage.add('community_visit', { ...visit, record_id: await record(stage, aim) });
    return stage.add('sentiment_log', { ...of, visit_id, author_subject: 'staff', text: '停车难' });
  },
  ENFORCEMENT_OBJECT: async (stage, aim) => {
    const { actionId } = await enforcement(stage, 'followUpEnforcementAction', aim);
    return stage.add('enforcement_object', { action_id: actionId, name: '某店', author_subject: 'staff' });
  },
};

const record = (stage: DispatchStage, aim: Place): Promise<string> =>
  stage.add('visit_record', {
    center_code: aim.center,
    community_code: aim.community,
    author_subject: 'staff',
    text: '记录',
  });

/** Target of a command about files: a record, and a file that is attached to it. */
export async function attachments(
  stage: DispatchStage,
  command: string,
  kind: string,
  aim: Place,
): Promise<Values> {
  const make = RECORDS[kind];
  if (!make || !/^(attachFile|withdrawAttachment)$/u.test(command)) return {};
  const id = await make(stage, aim);
  if (command === 'attachFile') return { uploadId: randomUUID(), kind, id };
  const attachmentId = await stage.add('attachment', {
    attached_to: kind,
    [`${kind.toLowerCase()}_id`]: id,
    upload_id: randomUUID(),
    file_name: '照片.jpg',
    media_type: 'image/jpeg',
    size_bytes: 3,
    sha256: 'a'.repeat(64),
    uploaded_by: 'staff',
    scan_state: 'UNSCANNED',
  });
  return { attachmentId };
}
