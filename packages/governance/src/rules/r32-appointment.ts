import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, violationsOf, type RuleViolation } from '../catalogue/violation';
import {
  holdsOfficeOf,
  holdsSeatOf,
  problemOfDocument,
  type AppointingDecision,
  type AppointingDocument,
  type Candidate,
  type EndingDocument,
  type SeatToFill,
} from '../checks/appointing';
import { isBlank, type Maybe } from '../checks/facts';
import { findingOn, unless } from '../checks/unless';
import { APPOINTMENT_MACHINES } from '../state-machines/machines/appointment';
import { nextState } from '../state-machines/next-state';
import { precedes, type Moment } from '../time/moment';
import {
  BODY_HEADS,
  BODY_KIND_LABELS,
  BODY_POSITION_LABELS,
  BodyPosition,
  EX_OFFICIO_LABELS,
  MEMBER_CATEGORIES_OF,
  MEMBER_CATEGORY_LABELS,
  MemberCategory,
  type BodyKind,
} from '../vocabulary/bodies';
import { AUTHORITY_LABELS, type Authority } from '../vocabulary/decisions';
import { looksSame } from '../text/comparison-form';
import { isCodeOf, labelOf, listOf } from '../vocabulary/labelled';

/** A step of an appointment. */
export interface AppointmentStep {
  readonly bodyKind: string;
  readonly command: string;
  /** In whose name the step is taken. */
  readonly authority: string;
  /** The state before the step; none for a nomination. */
  readonly state?: Maybe<string>;
  /** For a nomination. */
  readonly candidate?: Maybe<Candidate>;
  /** For an appointment: when its review was recorded; when the authority that appoints decided, where that is known, and the input that says so. */
  readonly reviewedAt?: Maybe<Moment>;
  readonly decided?: Maybe<{ readonly at: Moment; readonly citedBy: string }>;
}

const definition: Rule = {
  code: 'R32',
  name: { zh: '任命', en: 'Nomination, review, appointment' },
  sentence:
    '“大工委”和地管会成员均由街道提名、组织部门审核、区委任命,重点是吸纳区政府职能部门派出机构、驻区单位、有影响的企业负责人和地区人大代表、政协委员代表参与辖区服务管理。社区“大党委”书记由社区党组织书记兼任,设席位制委员,委员由社区党组织提名、街道组织部门审核、街道工委任命。',
  lines: [67, 76],
  english:
    'The members of the Enlarged Working Committee and of the Area Management Committee are all nominated by the street, reviewed by the organization department and appointed by the District Party Committee; the emphasis is on drawing the field agencies by the district government’s functional departments, resident units, influential heads of enterprises, and representatives of the area’s people’s congress deputies and CPPCC members into the service and management of the area. The secretary of the Enlarged Community Party Committee is the community’s party secretary; it has members by seat, who are nominated by the community’s party organization, reviewed by the street’s organization department and appointed by the Street Party Working Committee.',
  kinds: ['STATE_MACHINE'],
  invariant: {
    zh: '大工委、地管会成员：街道提名→组织部门审核→区委任命；大党委委员：社区党组织提名→街道组织部门审核→街道工委任命；不得跳步；任命所依据的决定须在审核之后作出，区委的任命文件须已在区级登记并写明所任命的人、机构和职位；派出机构须是本街道的；一个职务由一人担任；卸任须有文件。',
    en: 'Members of the Enlarged Working Committee and the Area Management Committee: the street nominates, the organization department reviews, the District Party Committee appoints. Members of an Enlarged Community Party Committee: the community’s party organization nominates, the street’s organization section reviews, the Street Party Working Committee appoints. No step can be skipped. The decision to appoint is made after the review. The District Party Committee’s document is recorded by the district and names the person, the body and the position. A field agency is one of the street’s. An office is held by one person. A membership ends by a document.',
  },
  note: {
    zh: '原文“同时兼任”：地区管理委员会主任由街道工委书记和办事处主任担任，任一职务均可。审核以登记时间为准；只知日期的文件，与审核同日即可。',
    en: '“At the same time” is read as follows: the secretary of the Street Party Working Committee and the director of the street office are both directors of the Area Management Committee, and either office is sufficient. A review counts from its time of recording. A document with only a date may bear the same day.',
  },
};

const violation = violationsOf(definition);

/** R32 任命: nomination, review, appointment (state machine; seed:67 and seed:76). */
export const r32: EnforcedRule<
  AppointmentStep | AppointingDocument | AppointingDecision | SeatToFill | EndingDocument
> = {
  ...definition,
  check: (facts) => {
    if ('document' in facts) return checkDocument(facts);
    if ('endedBy' in facts) return checkEnd(facts);
    if ('decision' in facts) return checkDecision(facts);
    return 'appointee' in facts ? checkVacancy(facts) : checkStep(facts);
  },
};

function checkStep({
  bodyKind,
  command,
  authority,
  state,
  candidate,
  reviewedAt,
  decided,
}: AppointmentStep): readonly RuleViolation[] {
  if (!isCodeOf(BODY_KIND_LABELS, bodyKind)) {
    const known = Object.keys(BODY_KIND_LABELS).join(', ');
    return [
      violation(
        'bodyCode',
        `“${bodyKind}”不是议事协调机构。请改用 ${known}。`,
        `“${bodyKind}” is not a deliberative body. Use one of ${known}.`,
      ),
    ];
  }
  const machine = APPOINTMENT_MACHINES[bodyKind];
  if (machine.creation.commands.some((creating) => creating === command)) {
    return [...checkAuthority(bodyKind, machine.creation, authority), ...checkCandidate(bodyKind, candidate)];
  }
  const step = machine.transitions.find((transition) => transition.command === command);
  const { refusal } = nextState(machine, state ?? '', command);
  // The machine, not the rule, decides which of several states a step leads to.
  const skipped = refusal?.reason === 'TARGET_UNDECIDED' ? undefined : refusal?.message;
  return [
    ...findingOn(skipped, (message) => violationOf(definition, message, 'state')),
    ...(step ? checkAuthority(bodyKind, step, authority) : []),
    ...(command === 'appointMember' ? checkOrder(reviewedAt, decided) : []),
  ];
}

function checkDocument(facts: AppointingDocument): readonly RuleViolation[] {
  if (facts.isUsed) {
    const { personName } = facts;
    return [
      violation(
        'approvalId',
        `${personName}已据此文件任命到该机构。请引用另一任命文件，或撤回重复的提名（withdrawNomination）。`,
        `${personName} was already appointed to this body by this document. Cite another document, or withdraw the duplicate nomination (withdrawNomination).`,
      ),
    ];
  }
  const problem = problemOfDocument(facts);
  if (!problem) return [];
  return [
    violation(
      'approvalId',
      `大工委、地管会成员由区委任命，但${problem.zh}。请由区委审批人登记任命文件（recordApproval），再填写其标识（approvalId）。`,
      `Members of the street’s two bodies are appointed by the District Party Committee, but ${problem.en}. Have the committee’s approver record the appointment document (recordApproval), and give its id (approvalId).`,
    ),
  ];
}

function checkDecision({ decision }: AppointingDecision): readonly RuleViolation[] {
  if (!isBlank(decision)) return [];
  return [
    violation(
      ['decision', 'decisionId'],
      '社区大党委委员由街道工委任命，须有其决策。请填写 decision 或 decisionId。',
      'Members of a community’s body are appointed by decision of the Street Party Working Committee. Give `decision` or `decisionId`.',
    ),
  ];
}

function checkEnd({ endedBy }: EndingDocument): readonly RuleViolation[] {
  return unless(!isBlank(endedBy), () =>
    violation(
      'documentNumber',
      '卸任须有任命机关的文件。请填写文号（documentNumber）。',
      'A membership ends by a document of the appointing authority. Give its number (documentNumber).',
    ),
  );
}

function checkVacancy({ appointee, inOffice, otherHeads = [] }: SeatToFill): readonly RuleViolation[] {
  const sameOffice = otherHeads.find((other) => holdsOfficeOf(appointee, other));
  if (sameOffice) {
    const { personName } = sameOffice;
    const office = listOf(
      EX_OFFICIO_LABELS,
      sameOffice.offices.filter((each) => appointee.offices.includes(each)),
    );
    return [
      violation(
        'memberId',
        `${office.zh}现为${personName}，已据此兼任另一机构的负责人；一个职务由一人担任。请先登记其卸任（endMembership），或核对所任职务（offices）。`,
        `${personName} heads another body as ${office.en}, and an office is held by one person. End that membership first (endMembership), or correct the offices (offices).`,
      ),
    ];
  }
  const holder = inOffice.find((other) => holdsSeatOf(appointee, other));
  if (!holder) return [];
  return [
    violation(
      'memberId',
      `该席位现由${holder.personName}担任。请先登记其卸任（endMembership）。`,
      `This seat is held by ${holder.personName}. End that membership first (endMembership).`,
    ),
  ];
}

/** A decision before the review is no decision on the reviewed person. */
function checkOrder(
  reviewedAt: Maybe<Moment>,
  decided: AppointmentStep['decided'],
): readonly RuleViolation[] {
  if (!reviewedAt || !decided) return [];
  return unless(precedes(reviewedAt, decided.at), () =>
    violation(
      decided.citedBy,
      '任命所依据的决定早于对该提名的审核。请引用审核之后作出的决定。',
      'The decision to appoint was made before the review of the nomination. Cite a decision made after the review.',
    ),
  );
}

function checkAuthority(
  bodyKind: BodyKind,
  step: { readonly label: Bilingual; readonly authority: Authority },
  authority: string,
): readonly RuleViolation[] {
  if (step.authority === authority) {
    return [];
  }
  const [body, due, given] = [
    BODY_KIND_LABELS[bodyKind],
    AUTHORITY_LABELS[step.authority],
    labelOf(AUTHORITY_LABELS, authority),
  ];
  return [
    violation(
      'role',
      `${body.zh}的“${step.label.zh}”由${due.zh}办理，而不是${given.zh}。请交由${due.zh}办理。`,
      `For the ${body.en}, only ${due.en} can ${step.label.en}, not ${given.en}. Ask ${due.en} to do it.`,
    ),
  ];
}

function checkCandidate(bodyKind: BodyKind, candidate: Maybe<Candidate>): readonly RuleViolation[] {
  const body = BODY_KIND_LABELS[bodyKind];
  const head = BODY_HEADS[bodyKind];
  if (candidate?.position === head.position) {
    return unless(
      head.offices.some((office) => candidate.offices.includes(office)),
      () =>
        violation(
          'offices',
          `${body.zh}${BODY_POSITION_LABELS[head.position].zh}由${head.offices.map((office) => EX_OFFICIO_LABELS[office].zh).join('、')}兼任。请提名担任该职务的人。`,
          `The ${BODY_POSITION_LABELS[head.position].en} of the ${body.en} is the ${head.offices.map((office) => EX_OFFICIO_LABELS[office].en).join(' or the ')}. Nominate the holder of that office.`,
        ),
    );
  }
  if (candidate?.position !== BodyPosition.MEMBER) {
    const seats = listOf(BODY_POSITION_LABELS, [head.position, BodyPosition.MEMBER]);
    return [
      violation(
        'position',
        `${body.zh}的职位只有：${seats.zh}。请从中选择。`,
        `Positions in the ${body.en} are: ${seats.en}. Choose one of them.`,
      ),
    ];
  }
  const categories = MEMBER_CATEGORIES_OF[bodyKind];
  const drawnFrom = listOf(MEMBER_CATEGORY_LABELS, categories);
  return [
    ...unless(
      categories.some((category) => category === candidate.category),
      () =>
        violation(
          'category',
          `${body.zh}委员须来自：${drawnFrom.zh}。请填写其中之一。`,
          `Members of the ${body.en} must represent one of: ${drawnFrom.en}. Choose one of them.`,
        ),
    ),
    ...checkAgency(candidate),
    ...unless(bodyKind !== 'ENLARGED_COMMUNITY_PARTY_COMMITTEE' || !isBlank(candidate.seat), () =>
      violation(
        'seat',
        '社区大党委设席位制委员。请写明席位。',
        'Members of a community’s body need a seat. Add it.',
      ),
    ),
  ];
}

/** A field agency in a body is one of the street's own. */
function checkAgency({ category, unit, fieldAgencies = [] }: Candidate): readonly RuleViolation[] {
  if (category !== MemberCategory.FIELD_AGENCY) return [];
  const known = fieldAgencies.join('、');
  return unless(
    fieldAgencies.some((name) => looksSame(name, unit ?? '')),
    () =>
      violation(
        'unit',
        `“${unit ?? ''}”不是本街道的派出机构。请填写其中之一：${known}；其他单位请改填相应的成员来源（category）。`,
        `“${unit ?? ''}” is not a field agency of the street, which has: ${known}. Choose one of these, or correct the category (category).`,
      ),
  );
}
