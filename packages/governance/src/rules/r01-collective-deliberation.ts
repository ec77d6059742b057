import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingOn, unless } from '../checks/unless';
import { hasWords, isBlank, type Maybe } from '../checks/facts';
import { precedes, type Moment } from '../time/moment';
import { BODY_KIND_LABELS, STREET_BODY_KINDS, type BodyKind } from '../vocabulary/bodies';
import {
  DECISION_OUTCOME_LABELS,
  DecisionOutcome,
  OPINION_VERDICT_LABELS,
  OpinionVerdict,
} from '../vocabulary/decisions';

/** Record of one body on a major matter. */
export interface PreliminaryOpinion {
  readonly body: BodyKind;
  /** True if the body consulted on it (协商). */
  readonly consulted: boolean;
  /** The preliminary opinion (初步意见). */
  readonly opinion?: Maybe<string>;
  /** Its verdict; opinions of earlier years do not state one. */
  readonly verdict?: Maybe<OpinionVerdict>;
  readonly recordedAt: Moment;
}

/** A decision of 街道工委 on a major matter, about to be recorded. */
export interface MajorMatterDecision {
  /** In the order in which they were recorded; of each body the last one before the decision counts. */
  readonly opinions: readonly PreliminaryOpinion[];
  readonly decidedAt: Moment;
  readonly outcome?: Maybe<DecisionOutcome>;
  /** Reason for a decision against an opinion, in words. */
  readonly reason?: Maybe<string>;
}

/** Work that follows from a meeting, about to be dispatched. */
export interface MajorMatterDeployment {
  /** The major matters that it follows from, each with what 街道工委 decided on it; none before that. */
  readonly matters: readonly { readonly title: string; readonly outcome?: Maybe<string> }[];
  /** Input that cites the item of minutes; `minutesItemId` unless it is a sub-order’s. */
  readonly citedBy?: string;
}

/** Record of one body, about to be made. */
export interface BodyConsultation extends Omit<PreliminaryOpinion, 'recordedAt'> {
  /** Number of members in office there. */
  readonly members: number;
  /** The meeting that it cites. */
  readonly meetingId: Maybe<string>;
  /** Number of member units that the body had on the day of that meeting. */
  readonly memberUnits: number;
  /** Number of these that attended. */
  readonly unitsPresent: number;
}

const definition: Rule = {
  code: 'R01',
  name: { zh: '重大事项集体议事', en: 'Collective deliberation of major matters' },
  sentence:
    '涉及辖区发展的重大事项,需提交街道“大工委”和地区管理委员会充分协商、统一思想,形成初步意见后,提交街道工委决策。',
  lines: [114],
  english:
    'Major matters concerning the development of the area must be submitted to the street’s Enlarged Working Committee and to the Area Management Committee for full consultation and a common understanding; once a preliminary opinion has been formed, they are submitted to the Street Party Working Committee for decision.',
  kinds: ['STATE_MACHINE'],
  invariant: {
    zh: '街道“大工委”和地区管理委员会须先各自记录协商和初步意见，街道工委才能对该重大事项作出决策；协商须引用一次已闭会、有该机构成员单位出席、议及该事项的联席会议或专题会议，意见写明同意、修改后同意或不同意；决策与意见不一致的，写明理由。街道工委未决策同意的重大事项，不得派单。',
    en: 'The Street Party Working Committee can decide on a major matter only after the Enlarged Working Committee and the Area Management Committee have each recorded a consultation and a preliminary opinion. A consultation cites a closed joint or special meeting about the matter, which member units of the body attended, and its opinion states whether the body agrees, agrees with changes or disagrees. A decision against an opinion says why. Work orders can be dispatched only for major matters that the committee has approved.',
  },
  note: {
    zh: '没有在任成员的机构无从协商；没有规定法定人数，出席情况随意见一并显示。通过机构不同意的事项，或不通过机构同意（含修改后同意）的事项，即与意见不一致。早期未注明结论的意见照原样保留。一个机构先后记录几次的，以决策之前的最后一次为准。会议只协商重大事项，不作决策：由重大事项召开的专题会议，其纪要条目均属该事项；其他会议的纪要条目可注明所属议题（agendaNumber），未注明的视为涉及议程中的每一个重大事项。',
    en: 'A body without members in office cannot consult. No quorum is stated, so attendance is shown with the opinion. A decision is against an opinion when it approves what a body disagreed with, or rejects what a body agreed with, with or without changes. Early opinions that state no verdict are kept as they are. Of several records of one body, the last before the decision counts. Meetings consult on major matters but do not decide them. All items in the minutes of a special meeting convened for a major matter belong to that matter. Items of other minutes may name their agenda item (agendaNumber); without it they concern every major matter on the agenda.',
  },
};

const violation = violationsOf(definition);

/** R01 重大事项集体议事: collective deliberation of major matters (state machine; seed:114). */
export const r01: EnforcedRule<MajorMatterDecision | MajorMatterDeployment | BodyConsultation> = {
  ...definition,
  check: (facts) => {
    if ('consulted' in facts) return checkConsultation(facts);
    return 'matters' in facts ? checkDeployment(facts) : checkDecision(facts);
  },
};

function checkDecision(decision: MajorMatterDecision): readonly RuleViolation[] {
  const unformed = STREET_BODY_KINDS.flatMap((body) => {
    const problem = problemOf(
      decision.opinions.filter((opinion) => opinion.body === body),
      decision.decidedAt,
    );
    const { zh, en } = BODY_KIND_LABELS[body];
    return findingOn(problem, (found) =>
      violation(
        'opinions',
        `${zh}${found.zh}。请先由该机构协商并登记初步意见（recordPreliminaryOpinion），再登记街道工委的决策。`,
        `The ${en} ${found.en}. Record its consultation and preliminary opinion first (recordPreliminaryOpinion), then record the decision.`,
      ),
    );
  });
  return unformed.length > 0 ? unformed : checkReason(decision);
}

/** A decision against an opinion says why. */
function checkReason({
  opinions,
  decidedAt,
  outcome,
  reason,
}: MajorMatterDecision): readonly RuleViolation[] {
  if (hasWords(reason)) return [];
  return STREET_BODY_KINDS.flatMap((kind) => {
    const verdict = lastBefore(
      opinions.filter(({ body }) => body === kind),
      decidedAt,
    )?.verdict;
    if (!verdict || !outcome || isInLine(verdict, outcome)) return [];
    const [body, said, decided] = [
      BODY_KIND_LABELS[kind],
      OPINION_VERDICT_LABELS[verdict],
      DECISION_OUTCOME_LABELS[outcome],
    ];
    return violation(
      'reason',
      `${body.zh}的初步意见是“${said.zh}”，决策是“${decided.zh}”，两者不一致。请以文字写明理由（reason）。`,
      `The ${body.en} ${said.en}, but the matter is ${decided.en}. Say why in words (reason).`,
    );
  });
}

const isInLine = (verdict: OpinionVerdict, outcome: DecisionOutcome): boolean =>
  (verdict === OpinionVerdict.DISAGREED) === (outcome === DecisionOutcome.REJECTED);

function checkConsultation(facts: BodyConsultation): readonly RuleViolation[] {
  const { body, consulted, members, verdict } = facts;
  const { zh, en } = BODY_KIND_LABELS[body];
  if (!consulted) {
    return unless(isBlank(verdict), () =>
      violation(
        'verdict',
        `${zh}没有协商，不能有结论。请去掉结论（verdict），或在协商后登记。`,
        `The ${en} has not consulted, so it has no verdict. Leave out \`verdict\`, or record the opinion after a consultation.`,
      ),
    );
  }
  const hasMembers = unless(members > 0, () =>
    violation(
      'body',
      `${zh}还没有在任成员，不能协商。请先任命成员（nominateMember、reviewNomination、appointMember）。`,
      `The ${en} has no members in office and cannot consult. Appoint members first (nominateMember, reviewNomination, appointMember).`,
    ),
  );
  return hasMembers.length > 0 ? hasMembers : [...checkCitedMeeting(facts), ...checkVerdict(facts)];
}

function checkCitedMeeting({
  body,
  meetingId,
  memberUnits,
  unitsPresent,
}: BodyConsultation): readonly RuleViolation[] {
  const { zh, en } = BODY_KIND_LABELS[body];
  if (isBlank(meetingId)) {
    return [
      violation(
        'meetingId',
        `没有写明${zh}在哪次会议上协商。请填写已闭会、议及该事项的联席会议或专题会议（meetingId）。`,
        `The meeting at which the ${en} consulted is missing. Cite a closed joint or special meeting about the matter (meetingId).`,
      ),
    ];
  }
  return unless(memberUnits === 0 || unitsPresent > 0, () =>
    violation(
      'meetingId',
      `${zh}的 ${memberUnits} 个成员单位都没有出席该次会议，没有协商。请引用有其成员单位出席的会议。`,
      `None of the ${memberUnits} member units of the ${en} attended that meeting, so it did not consult. Cite a meeting that some of them attended.`,
    ),
  );
}

function checkVerdict({ body, opinion, verdict }: BodyConsultation): readonly RuleViolation[] {
  if (isBlank(opinion) === isBlank(verdict)) return [];
  const { zh, en } = BODY_KIND_LABELS[body];
  const found = isBlank(verdict)
    ? violation(
        'verdict',
        `没有写明${zh}是否同意。请选择同意、修改后同意或不同意（verdict）。`,
        `The verdict of the ${en} is missing. Choose agreed, agreed with changes or disagreed (verdict).`,
      )
    : violation(
        'opinion',
        `${zh}有结论而没有初步意见。请填写意见（opinion）。`,
        `The ${en} gives a verdict without an opinion. Write the opinion (opinion).`,
      );
  return [found];
}

function checkDeployment({
  matters,
  citedBy = 'minutesItemId',
}: MajorMatterDeployment): readonly RuleViolation[] {
  return matters
    .filter(({ outcome }) => outcome !== DecisionOutcome.APPROVED)
    .map(({ title, outcome }) =>
      violationOf(
        definition,
        isBlank(outcome)
          ? {
              zh: `重大事项“${title}”尚未经街道工委决策，不能派单。请先由两个机构形成初步意见，再由街道工委决策（decideMajorMatter）。`,
              en: `The Street Party Working Committee has not decided on the major matter “${title}”, so no work order can be dispatched for it. Record both preliminary opinions, then the committee’s decision (decideMajorMatter).`,
            }
          : {
              zh: `街道工委没有同意重大事项“${title}”（${outcome}），不能派单。如需再议，请重新登记（registerMajorMatter）。`,
              en: `The Street Party Working Committee did not approve the major matter “${title}” (${outcome}), so no work order can be dispatched for it. To discuss it again, register it again (registerMajorMatter).`,
            },
        citedBy,
      ),
    );
}

/** The record of a body that counts for a decision. */
const lastBefore = (
  opinions: readonly PreliminaryOpinion[],
  decidedAt: Moment,
): PreliminaryOpinion | undefined => opinions.findLast(({ recordedAt }) => precedes(recordedAt, decidedAt));

/** Obstacle in a body's records to a decision, or `undefined` when the last record before it supports it. */
function problemOf(opinions: readonly PreliminaryOpinion[], decidedAt: Moment): Bilingual | undefined {
  const last = lastBefore(opinions, decidedAt);
  return !last && opinions.length > 0
    ? { zh: '的初步意见晚于决策', en: 'recorded its opinion only after the decision' }
    : problemOfRecord(last);
}

/** Item that a body's record lacks, or `undefined` when it is an opinion after consultation. */
function problemOfRecord(
  record: Pick<PreliminaryOpinion, 'consulted' | 'opinion'> | undefined,
): Bilingual | undefined {
  if (!record?.consulted) return { zh: '尚未登记协商', en: 'has not recorded a consultation' };
  return isBlank(record.opinion)
    ? { zh: '已协商，但没有初步意见', en: 'has consulted but not recorded a preliminary opinion' }
    : undefined;
}

/** True if the bodies' records so far support a decision. The last record of each body counts. */
export const haveBothFormed = (
  opinions: readonly Pick<PreliminaryOpinion, 'body' | 'consulted' | 'opinion'>[],
): boolean =>
  STREET_BODY_KINDS.every((kind) => !problemOfRecord(opinions.findLast(({ body }) => body === kind)));
