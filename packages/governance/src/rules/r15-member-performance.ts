import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
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

/** A personnel suggestion at a step: drafted, signed, or sent. */
export type PersonnelStep =
  | { readonly step: 'DRAFT'; readonly evidence: readonly PersonnelEvidence[] }
  | {
      readonly step: 'SIGN';
      readonly evidence: readonly PersonnelEvidence[];
      readonly signatory?: Maybe<string>;
    }
  | {
      readonly step: 'SEND';
      readonly signatory?: Maybe<string>;
      readonly recipients: readonly SuggestionRecipient[];
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
    zh: '人事建议须附证据和署名的签发人，并同时送其所任单位和区委组织部。',
    en: 'A personnel suggestion needs evidence and a named signatory, and goes to the member’s unit and to the Organization Department of the District Party Committee.',
  },
  note: {
    zh: '原文没有说明“四评一创”的内容；按名称记录，不自行设定标准。',
    en: 'The study does not define the “four appraisals and one creation”. It is stored under its name, and the platform sets no criteria.',
  },
};

const violation = violationsOf(definition);

/** R15 对成员的表现报告与人事建议: members’ performance and personnel suggestions (report and precondition; seed:116). */
export const r15: EnforcedRule<PersonnelStep> = {
  ...definition,
  check: (facts) => [
    ...('evidence' in facts ? checkEvidence(facts.evidence) : []),
    ...(facts.step === 'DRAFT' ? [] : checkSignatory(facts.signatory)),
    ...(facts.step === 'SEND' ? checkRecipients(facts.recipients) : []),
  ],
};

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
  unless(!isBlank(signatory), () =>
    violation(
      'signatory',
      '人事建议没有署名的签发人。请填写签发人姓名。',
      'The suggestion has no named signatory. Give the name.',
    ),
  );

function checkRecipients(recipients: readonly SuggestionRecipient[]): readonly RuleViolation[] {
  const missing = Object.values(SuggestionRecipient).filter((each) => !recipients.includes(each));
  const names = listOf(SUGGESTION_RECIPIENT_LABELS, missing);
  return unless(missing.length === 0, () =>
    violation(
      'recipients',
      `人事建议没有送：${names.zh}。请同时送所任单位和区委组织部。`,
      `The suggestion is not sent to: ${names.en}. Send it to the unit and to the Organization Department.`,
    ),
  );
}
