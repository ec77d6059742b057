import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf } from '../catalogue/violation';
import { isBlank, type Maybe } from '../checks/facts';
import { findingOn } from '../checks/unless';
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
    zh: '专题会议的召开事由是成员单位提请、重大事项或紧急事项三者之一。',
    en: 'A special meeting’s trigger is one of three: a member unit’s request, a major matter, or an urgent one.',
  },
  note: {
    zh: '专题会议是联席会议成员的会议：大工委和地管会没有在任成员时，不能召开。',
    en: 'A special meeting is a meeting of the joint meeting’s members. None can be held while the two bodies have no members in office.',
  },
};

/** R05 专题会议: special meetings (precondition; seed:114 and seed:116). */
export const r05: EnforcedRule<Convocation> = {
  ...definition,
  check: ({ meetingKind, trigger, memberUnits, members }) => {
    if (meetingKind !== MeetingKind.SPECIAL) return [];
    const problem = members > 0 ? problemOf(trigger, memberUnits) : NO_MEMBERS;
    return findingOn(problem, (found) => violationOf(definition, found, found.field));
  },
};

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
    named: ({ urgency }) => !isBlank(urgency),
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
