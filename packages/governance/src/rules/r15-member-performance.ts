import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { hasWords, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import {
  PERSONNEL_EVIDENCE_LABELS,
  SUGGESTION_RECIPIENT_LABELS,
  SuggestionRecipient,
  type PersonnelEvidenceKind,
} from '../vocabulary/evaluation';
import { listOf } from '../vocabulary/labelled';

/** Evidence of a suggestion: a record of the street about the member or the unit. */
export interface PersonnelEvidence {
  readonly kind: PersonnelEvidenceKind;
  readonly id: string;
}

/** Evidence as it is cited: whether it is about the member whom the suggestion is on. */
export interface CitedEvidence extends PersonnelEvidence {
  /** Attendance or report of the member’s unit while the member sat there, or an order in which the unit’s department has a part. */
  readonly concernsMember: boolean;
}

/** A personnel suggestion at a step: drafted, signed, or sent. */
export type PersonnelStep =
  | {
      readonly step: 'DRAFT';
      readonly evidence: readonly CitedEvidence[];
      readonly text?: Maybe<string>;
      /** True while the member holds the seat. */
      readonly isInOffice: boolean;
    }
  | {
      readonly step: 'SIGN';
      readonly evidence: readonly PersonnelEvidence[];
      readonly signatory?: Maybe<string>;
    }
  | {
      readonly step: 'SEND';
      readonly signatory?: Maybe<string>;
      readonly recipients: readonly SuggestionRecipient[];
      /** True if officers of the department of the unit read it here. */
      readonly unitHasDepartment: boolean;
      /** How a unit without department was given it. */
      readonly handedOver?: Maybe<string>;
    };

const definition: Rule = {
  code: 'R15',
  name: { zh: '对成员的表现报告与人事建议', en: 'Members’ performance and personnel suggestions' },
  sentence:
    '要结合“四评一创”民主评议情况,向职能部门报告各职能部门成员的工作表现,对不认真履行职责的成员向其所任单位和区委组织部提出人事建议',
  lines: [116],
  english:
    '[The street] shall, together with the results of the “four appraisals and one creation” democratic review, report to the functional departments on the performance of each department’s members, and, for members who do not conscientiously perform their duties, make personnel suggestions to the unit where they serve and to the Organization Department of the District Party Committee.',
  kinds: ['REPORT', 'PRECONDITION'],
  invariant: {
    zh: '对在任成员的人事建议须附关于该成员的证据和署名的签发人，并同时送其所任单位和区委组织部。',
    en: 'A personnel suggestion on a member in office needs evidence about that member and a named signatory, and goes to the member’s unit and to the Organization Department of the District Party Committee.',
  },
  note: {
    zh: '原文没有说明“四评一创”的内容；按名称记录，不自行设定标准。证据须是该成员任职期间其所属单位的出席或汇报，或其单位所属部门委托、参与的派单。',
    en: 'The study does not define the “four appraisals and one creation”. It is stored under its name, and the platform sets no criteria. Evidence is attendance or a report of the member’s unit while the member is in office, or an order that the unit’s department has delegated or takes part in.',
  },
};

const violation = violationsOf(definition);

/** R15 对成员的表现报告与人事建议: members’ performance and personnel suggestions (report and precondition; seed:116). */
export const r15: EnforcedRule<PersonnelStep> = {
  ...definition,
  check: (facts) => [
    ...(facts.step === 'DRAFT' ? checkDraft(facts) : checkSignatory(facts.signatory)),
    ...('evidence' in facts ? checkEvidence(facts.evidence) : []),
    ...(facts.step === 'SEND' ? checkSending(facts) : []),
  ],
};

type Draft = Extract<PersonnelStep, { readonly step: 'DRAFT' }>;
type Sending = Extract<PersonnelStep, { readonly step: 'SEND' }>;

const checkDraft = ({ text, isInOffice, evidence }: Draft): readonly RuleViolation[] => [
  ...unless(isInOffice, () =>
    violation(
      'memberId',
      '该成员不在任，不能对其提出人事建议。请选择在任成员。',
      'The member is not in office, so no suggestion can be made. Choose a member in office.',
    ),
  ),
  ...unless(hasWords(text), () =>
    violation(
      'text',
      '人事建议没有写出内容。请用文字写明建议。',
      'The suggestion says nothing. Write it in words.',
    ),
  ),
  ...evidence.flatMap(({ concernsMember, kind }, index) =>
    unless(concernsMember, () =>
      violation(
        `evidence.${index}`,
        `第 ${index + 1} 项证据（${PERSONNEL_EVIDENCE_LABELS[kind].zh}）与该成员无关。请引用该成员任职期间其所属单位的出席或汇报，或其单位所属部门委托、参与的派单。`,
        `Evidence ${index + 1} (${PERSONNEL_EVIDENCE_LABELS[kind].en}) is not about this member. Cite attendance or a report of the member’s unit while in office, or an order that the unit’s department has delegated or takes part in.`,
      ),
    ),
  ),
];

function checkEvidence(evidence: readonly PersonnelEvidence[]): readonly RuleViolation[] {
  const kinds = listOf(PERSONNEL_EVIDENCE_LABELS);
  return unless(evidence.length > 0, () =>
    violation(
      'evidence',
      `人事建议没有附证据。请引用：${kinds.zh}。`,
      `The suggestion has no evidence. Cite any of: ${kinds.en}.`,
    ),
  );
}

const checkSignatory = (signatory: Maybe<string>): readonly RuleViolation[] =>
  unless(hasWords(signatory), () =>
    violation(
      'signatory',
      '人事建议没有署名的签发人。请填写签发人姓名。',
      'The suggestion has no named signatory. Give the name.',
    ),
  );

function checkSending({ recipients, unitHasDepartment, handedOver }: Sending): readonly RuleViolation[] {
  const missing = Object.values(SuggestionRecipient).filter((each) => !recipients.includes(each));
  const names = listOf(SUGGESTION_RECIPIENT_LABELS, missing);
  return [
    ...unless(missing.length === 0, () =>
      violation(
        'recipients',
        `人事建议没有送：${names.zh}。请同时送所任单位和区委组织部。`,
        `The suggestion is not sent to: ${names.en}. Send it to the unit and to the Organization Department.`,
      ),
    ),
    ...unless(unitHasDepartment || hasWords(handedOver), () =>
      violation(
        'handedOver',
        '所任单位没有所属职能部门，在平台上看不到人事建议。请写明如何送达该单位，或先由区社会办登记其所属部门（linkUnit）。',
        'The unit belongs to no department, and so does not read the suggestion here. Say how the unit was given it, or ask the district office to link it first (linkUnit).',
      ),
    ),
  ];
}
