import { field, inputType, type CommandTarget } from '@mtg/commands';
import {
  answeredSuggestion,
  draftedSuggestion,
  LINE,
  MARK,
  sentSuggestion,
  signedSuggestion,
  type PersonnelEvidenceKind,
} from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { BodyMember } from '../../deliberation/bodies/body-member';
import { AttendanceRecord } from '../../deliberation/meetings/attendance-record';
import { MemberReport } from '../../deliberation/meetings/member-report';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { expectedVersion } from '../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { ORGANIZATION_DEPARTMENT } from '../../organization/organization-department';
import { concernsMember, type EvidenceRecord } from '../concerns-member';
import { PersonnelEvidence } from '../personnel-evidence';
import { PersonnelSuggestion } from '../personnel-suggestion';
import { departmentOfUnit } from '../unit-figures';

const evidenceInput = inputType(
  'PersonnelEvidenceInput',
  zhEn('一项证据，恰填一个', 'One piece of evidence. Exactly one of the ids'),
  {
    attendanceRecordId: field.optional(field.uuid(zhEn('出席记录标识', 'Id of an attendance record'))),
    memberReportId: field.optional(field.uuid(zhEn('成员单位汇报标识', 'Id of a report of a member unit'))),
    workOrderId: field.optional(field.uuid(zhEn('派单标识', 'Id of a work order'))),
  },
);

interface Given {
  readonly attendanceRecordId: string | null;
  readonly memberReportId: string | null;
  readonly workOrderId: string | null;
}

const TABLES = {
  attendanceRecordId: { kind: 'ATTENDANCE', table: AttendanceRecord },
  memberReportId: { kind: 'MEMBER_REPORT', table: MemberReport },
  workOrderId: { kind: 'WORK_ORDER', table: WorkOrder },
} as const;

/** The record that a piece of evidence names. @throws PublicError BAD_USER_INPUT unless it names one; NOT_FOUND */
async function evidenceOf(transaction: StreetTransaction, given: Given, path: string) {
  const named = (['attendanceRecordId', 'memberReportId', 'workOrderId'] as const).filter(
    (each) => given[each] !== null,
  );
  const [name] = named;
  if (name === undefined || named.length > 1) {
    throw refuse.badInput(path, {
      zh: '每项证据须恰填一个标识。请改正',
      en: 'Each piece of evidence names exactly one record. Correct it',
    });
  }
  const { kind, table }: { kind: PersonnelEvidenceKind; table: (typeof TABLES)[typeof name]['table'] } =
    TABLES[name];
  const at = `${path}.${name}`;
  const record = await transaction.get<EvidenceRecord>(table, given[name] ?? '', { at });
  const ids = { attendanceRecordId: null, memberReportId: null, workOrderId: null, [name]: record.id };
  return { kind, record, ids };
}

/** R15: a suggestion on a member rests on evidence. */
export const draftPersonnelSuggestion = defineCommand({
  name: 'draftPersonnelSuggestion',
  description: zhEn(
    '草拟人事建议，须有证据(R15)',
    'Drafts a personnel suggestion on a member. It needs evidence (R15)',
  ),
  input: {
    memberId: BodyMember.id(),
    text: field.plainText(zhEn('建议', 'Suggestion')),
    evidence: field.list(
      field.nested(
        evidenceInput,
        zhEn('证据：出席、汇报、派单(R15)', 'Evidence: attendance, reports, orders (R15)'),
      ),
      { least: 0 },
    ),
  },
  payload: { suggestion: () => PersonnelSuggestion, evidence: () => [PersonnelEvidence] },
  execute: async ({ memberId, text, evidence: given }, transaction) => {
    const member = await transaction.get(BodyMember, memberId);
    const records = [];
    for (const [index, each] of given.entries()) {
      records.push(await evidenceOf(transaction, each, `evidence.${index}`));
    }
    const departmentCode = await departmentOfUnit(transaction, member);
    const cited = [];
    for (const { kind, record } of records) {
      const isAboutMember = await concernsMember(transaction, { member, departmentCode }, record);
      cited.push({ kind, id: record.id, concernsMember: isAboutMember });
    }
    const isInOffice = member.state === 'APPOINTED';
    const drafted = draftedSuggestion(transaction, { evidence: cited, text, isInOffice });
    const about = { memberId: member.id, departmentCode };
    const suggestion = await transaction.insert(PersonnelSuggestion, { ...drafted, ...about });
    const evidence = [];
    for (const { kind, ids } of records) {
      evidence.push(
        await transaction.insert(PersonnelEvidence, { kind, ...ids, suggestionId: suggestion.id }),
      );
    }
    return { suggestion, evidence };
  },
});

const named = { suggestionId: PersonnelSuggestion.id(), expectedVersion };
const payload = { suggestion: () => PersonnelSuggestion };

const current = (
  transaction: StreetTransaction,
  input: { readonly suggestionId: string; readonly expectedVersion: number },
): Promise<PersonnelSuggestion> =>
  transaction.get(PersonnelSuggestion, input.suggestionId, { expectedVersion: input.expectedVersion });

/** R15: a named person signs. */
export const signPersonnelSuggestion = defineCommand({
  name: 'signPersonnelSuggestion',
  description: zhEn('签发人事建议，须署名(R15)', 'Signs a personnel suggestion with a name (R15)'),
  input: {
    ...named,
    signatory: field.ruled(zhEn('签发人姓名(R15)', 'Name of the signatory (R15)'), MARK),
  },
  payload,
  execute: async (input, transaction) => {
    const suggestion = await current(transaction, input);
    const rows = await transaction.list(PersonnelEvidence, { suggestionId: suggestion.id });
    const { signatory } = input;
    await transaction.change(
      suggestion,
      signedSuggestion(transaction, suggestion, { evidence: rows, signatory }),
    );
    return { suggestion };
  },
});

/** R15: what is signed goes to the unit and to 区委组织部, both. */
export const sendPersonnelSuggestion = defineCommand({
  name: 'sendPersonnelSuggestion',
  description: zhEn(
    '送达人事建议，送其所任单位和区委组织部(R15)',
    'Sends a signed suggestion to the member’s unit and to the Organization Department. They read it from then on (R15)',
  ),
  input: {
    ...named,
    handedOver: field.optional(
      field.ruled(
        zhEn(
          '如何送达所任单位，单位没有所属职能部门时必填(R15)',
          'How the unit was given it. Required where the unit belongs to no department (R15)',
        ),
        LINE,
      ),
    ),
  },
  payload,
  execute: async (input, transaction) => {
    const suggestion = await current(transaction, input);
    const member = await transaction.get(BodyMember, suggestion.memberId);
    const departmentCode = await departmentOfUnit(transaction, member);
    const { handedOver } = input;
    await transaction.change(
      suggestion,
      sentSuggestion(transaction, suggestion, { departmentCode, handedOver }),
    );
    return { suggestion };
  },
});

const answeredBy = async (
  { suggestionId }: { readonly suggestionId: string },
  transaction: StreetTransaction,
): Promise<CommandTarget> => {
  const { departmentCode } = await transaction.get(PersonnelSuggestion, suggestionId);
  // Without a linked department 区委组织部 answers.
  return { department: departmentCode ?? ORGANIZATION_DEPARTMENT };
};

/** R15: the unit answers. */
export const answerPersonnelSuggestion = defineCommand({
  name: 'answerPersonnelSuggestion',
  description: zhEn('答复人事建议(R15)', 'Answers a suggestion that was sent (R15)'),
  input: { ...named, answer: field.text(zhEn('答复', 'Answer')) },
  payload,
  target: answeredBy,
  execute: async (input, transaction) => {
    const suggestion = await current(transaction, input);
    await transaction.change(suggestion, answeredSuggestion(transaction, suggestion, input.answer));
    return { suggestion };
  },
});
