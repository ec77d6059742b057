import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { hasWords, isBlank, namesMissing, type Maybe, type MemberUnit } from '../checks/facts';
import { unless } from '../checks/unless';
import { looksSame } from '../text/comparison-form';
import { isCodeOf, listOf } from '../vocabulary/labelled';
import { MEETING_TRIGGER_KIND_LABELS, MeetingKind, type MeetingTriggerKind } from '../vocabulary/meetings';

/** Trigger of a special meeting. Each kind says its own part. */
export interface MeetingTrigger {
  readonly kind: string;
  /** Id of the member unit that asks for the meeting. */
  readonly requestedBy?: Maybe<string>;
  /** Id of the major matter it is about. */
  readonly majorMatterId?: Maybe<string>;
  /** The urgent matter. */
  readonly urgency?: Maybe<string>;
}

/** A meeting that is about to be convened. Only special ones need a trigger. */
export interface Convocation {
  readonly meetingKind: string;
  readonly trigger?: Maybe<MeetingTrigger>;
  /** Ids of the member units of the joint meeting. */
  readonly memberUnits: readonly string[];
  /** Numbers of members in office in the street's two bodies. */
  readonly members: number;
  /** The topics of its agenda, each with the id of its major matter, if any. */
  readonly agenda?: readonly { readonly majorMatterId: Maybe<string> }[];
}

/** A special meeting about to close. */
export interface ClosingSpecialMeeting {
  readonly specialUnits: readonly MemberUnit[];
  /** Ids of the units that attend. */
  readonly present: readonly string[];
  /** Ids of the units whose absence is recorded. */
  readonly absent: readonly string[];
}

/** An item of the minutes of a special meeting, about to be written. */
export interface SpecialMeetingItem {
  readonly specialItem: {
    readonly trigger: { readonly kind: Maybe<string>; readonly majorMatterId?: Maybe<string> };
    readonly text: string;
    /** How it follows from the trigger. */
    readonly relation: Maybe<string>;
    /** The major matter of the topic that it names, if any. */
    readonly majorMatterId: Maybe<string>;
    /** Number of topics of the meeting's agenda, and of the topic that the item names. */
    readonly topics: number;
    readonly agendaNumber: Maybe<number>;
    /** Path of the item in the input, with a dot behind it. */
    readonly path: string;
  };
}

const definition: Rule = {
  code: 'R05',
  name: { zh: '专题会议', en: 'Special meetings' },
  sentence: '经联席会议成员单位提请或有重大、紧急事项时,可召开专题会议。',
  lines: [114, 116],
  english:
    'At the request of a member unit of the joint meeting, or when there is a major or urgent matter, a special meeting may be held.',
  kinds: ['PRECONDITION'],
  invariant: {
    zh: '专题会议的召开事由是成员单位提请、重大事项或紧急事项三者之一。议程不列另一重大事项。成员单位的出席或缺席均已记录才能闭会；纪要的每一条都写明所属议题和与事由的关系，议程之外、另一重大事项的条目不予登记。',
    en: 'A special meeting’s trigger is one of three: a member unit’s request, a major matter, or an urgent one. Its agenda holds no other major matter. It closes when the attendance or absence of every member unit is recorded. Each item of its minutes names its topic of the agenda, if there is one, and says how it follows from the trigger; an item off the agenda or on another major matter is refused.',
  },
  note: {
    zh: '专题会议是联席会议成员的会议：大工委和地管会没有在任成员时，不能召开。原文没有规定法定人数，只要求有成员单位到会；紧急事项和条目与事由的关系须以文字写明。',
    en: 'A special meeting is a meeting of the joint meeting’s members. None can be held while the two bodies have no members in office. No quorum is stated, so one attending unit is enough. Urgency and the relation of an item to the trigger are stated in words.',
  },
};

/** R05 专题会议: special meetings (precondition; seed:114 and seed:116). */
export const r05: EnforcedRule<Convocation | ClosingSpecialMeeting | SpecialMeetingItem> = {
  ...definition,
  check: (facts) => {
    if ('specialUnits' in facts) return checkClosing(facts);
    if ('specialItem' in facts) return checkItem(facts);
    const { meetingKind, trigger, memberUnits, members } = facts;
    if (meetingKind !== MeetingKind.SPECIAL) return [];
    const problem = members > 0 ? problemOf(trigger, memberUnits) : NO_MEMBERS;
    return problem ? [violationOf(definition, problem, problem.field)] : checkAgenda(facts);
  },
};

/** A special meeting deals with what it is convened for, and with no other major matter. */
function checkAgenda({ trigger, agenda = [] }: Convocation): readonly RuleViolation[] {
  return agenda.flatMap(({ majorMatterId }, index) =>
    unless(isBlank(majorMatterId) || majorMatterId === trigger?.majorMatterId, () =>
      violationOf(
        definition,
        {
          zh: `第 ${index + 1} 项议题是另一重大事项，不是召开本次会议的事由。请去掉该议题，为该事项另行召集专题会议（convokeMeeting）。`,
          en: `Topic ${index + 1} is a major matter for which the meeting is not convened. Leave it out, and convene a special meeting for that matter (convokeMeeting).`,
        },
        `agenda.${index}.majorMatterId`,
      ),
    ),
  );
}

function checkClosing({ specialUnits, present, absent }: ClosingSpecialMeeting): readonly RuleViolation[] {
  const missing = namesMissing(specialUnits, [...present, ...absent]);
  if (missing) {
    return [
      violationOf(
        definition,
        {
          zh: `以下成员单位既没有记录出席，也没有记录缺席：${missing}。请登记（recordAttendance）后再闭会。`,
          en: `Neither attendance nor absence is recorded for these member units: ${missing}. Record it (recordAttendance), then close the meeting.`,
        },
        'attendance',
      ),
    ];
  }
  // Deputies represent no unit; a street whose bodies have no other members records none.
  return unless(present.length > 0 || specialUnits.length === 0, () =>
    violationOf(
      definition,
      {
        zh: '没有成员单位到会，不成专题会议。请待成员单位到会并登记出席（recordAttendance）后再闭会。',
        en: 'No member unit attends, so this is no meeting. Record the attendance of a unit (recordAttendance), then close the meeting.',
      },
      'attendance',
    ),
  );
}

function checkItem({ specialItem }: SpecialMeetingItem): readonly RuleViolation[] {
  const { trigger, text, relation, majorMatterId, topics, agendaNumber, path } = specialItem;
  const isOther = !isBlank(majorMatterId) && majorMatterId !== trigger.majorMatterId;
  return [
    ...unless(!isOther, () =>
      violationOf(
        definition,
        {
          zh: '条目所属议题是另一重大事项，不是召开本次会议的事由。请去掉此条，为该事项另行召集专题会议（convokeMeeting）。',
          en: 'The topic of the item is a major matter for which the meeting was not convened. Leave the item out, and convene a special meeting for that matter (convokeMeeting).',
        },
        `${path}agendaNumber`,
      ),
    ),
    ...unless(topics === 0 || typeof agendaNumber === 'number', () =>
      violationOf(
        definition,
        {
          zh: '没有写明条目属于议程的哪一项议题。请填写议题序号（agendaNumber）；议程之外的工作不要列入。',
          en: 'The topic of the agenda that the item belongs to is missing. Give its number (agendaNumber), and leave out work that is not on the agenda.',
        },
        `${path}agendaNumber`,
      ),
    ),
    ...unless(hasWords(relation) && !looksSame(relation ?? '', text), () =>
      violationOf(
        definition,
        {
          zh: '没有写明条目与会议事由的关系（relation）。请用文字说明条目如何由事由而来；与事由无关的不要列入。',
          en: 'How the item follows from the trigger of the meeting (relation) is missing. State it in words, and leave out what does not belong to the trigger.',
        },
        `${path}relation`,
      ),
    ),
  ];
}

/** Required references of each kind of trigger, with a check of their presence. */
const PARTS: Readonly<Record<MeetingTriggerKind, Part>> = {
  MEMBER_REQUEST: {
    field: 'trigger.requestedBy',
    named: ({ requestedBy }, memberUnits) => memberUnits.some((unit) => looksSame(unit, requestedBy ?? '')),
    wrong: ({ requestedBy }) =>
      isBlank(requestedBy)
        ? undefined
        : {
            field: 'trigger.requestedBy',
            zh: `“${requestedBy}”不是联席会议的成员单位，不能提请召开专题会议。请填写成员单位（requestedBy）。`,
            en: `“${requestedBy}” is not a member unit of the joint meeting and cannot request a special meeting. Give a member unit (requestedBy).`,
          },
    zh: '提请的成员单位（requestedBy）',
    en: 'requesting member unit (requestedBy)',
  },
  MAJOR_MATTER: {
    field: 'trigger.majorMatterId',
    named: ({ majorMatterId }) => !isBlank(majorMatterId),
    zh: '重大事项（majorMatterId）',
    en: 'major matter (majorMatterId)',
  },
  URGENT_MATTER: {
    field: 'trigger.urgency',
    named: ({ urgency }) => hasWords(urgency),
    zh: '紧急事项（urgency）',
    en: 'urgent matter (urgency)',
  },
};

interface Problem extends Bilingual {
  readonly field: string;
}

const NO_MEMBERS: Problem = {
  field: 'kind',
  zh: '大工委和地管会还没有在任成员，不能召开专题会议。请先任命成员（nominateMember、reviewNomination、appointMember）。',
  en: 'The Enlarged Working Committee and the Area Management Committee have no members in office, so no special meeting can be held. Appoint members first (nominateMember, reviewNomination, appointMember).',
};

interface Part extends Problem {
  /** Problem of a given name. */
  readonly wrong?: (trigger: MeetingTrigger) => Problem | undefined;
  readonly named: (trigger: MeetingTrigger, memberUnits: readonly string[]) => boolean;
}

function problemOf(trigger: Maybe<MeetingTrigger>, memberUnits: readonly string[]): Problem | undefined {
  if (!trigger || !isCodeOf(MEETING_TRIGGER_KIND_LABELS, trigger.kind)) {
    const { zh, en } = listOf(MEETING_TRIGGER_KIND_LABELS);
    return {
      field: trigger ? 'trigger.kind' : 'trigger',
      zh: `召开专题会议须有事由，且只能是：${zh}。请填写其中之一。`,
      en: `A special meeting needs exactly one trigger: ${en}. Choose one.`,
    };
  }
  const [part, label] = [PARTS[trigger.kind], MEETING_TRIGGER_KIND_LABELS[trigger.kind]];
  return part.named(trigger, memberUnits)
    ? undefined
    : (part.wrong?.(trigger) ?? {
        field: part.field,
        zh: `事由是“${label.zh}”，但没有写明${part.zh}。请填写。`,
        en: `The trigger is “${label.en}”, but the ${part.en} is missing. Add it.`,
      });
}
