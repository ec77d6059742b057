import type { Bilingual } from '../bilingual';
import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationOf, type RuleViolation } from '../catalogue/violation';
import { findingOn } from '../checks/unless';
import { isBlank, type Maybe } from '../checks/facts';
import { precedes, type Moment } from '../time/moment';
import { BODY_KIND_LABELS, STREET_BODY_KINDS, type BodyKind } from '../vocabulary/bodies';
import { DecisionOutcome } from '../vocabulary/decisions';

/** Record of one body on a major matter. */
export interface PreliminaryOpinion {
  readonly body: BodyKind;
  /** True if the body consulted on it (协商). */
  readonly consulted: boolean;
  /** The preliminary opinion (初步意见). */
  readonly opinion?: Maybe<string>;
  readonly recordedAt: Moment;
}

/** A decision of 街道工委 on a major matter, about to be recorded. */
export interface MajorMatterDecision {
  /** In the order in which they were recorded; of each body the last one before the decision counts. */
  readonly opinions: readonly PreliminaryOpinion[];
  readonly decidedAt: Moment;
}

/** Work that follows from a meeting, about to be dispatched. */
export interface MajorMatterDeployment {
  /** The major matters that it follows from, each with what 街道工委 decided on it; none before that. */
  readonly matters: readonly { readonly title: string; readonly outcome?: Maybe<string> }[];
  /** Input that cites the item of minutes; `minutesItemId` unless it is a sub-order’s. */
  readonly citedBy?: string;
}

/** One body, about to record that it has consulted. */
export interface BodyConsultation {
  readonly body: BodyKind;
  /** Number of members in office there. */
  readonly members: number;
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
    zh: '街道“大工委”和地区管理委员会须先各自记录协商和初步意见，街道工委才能对该重大事项作出决策；街道工委未决策同意的重大事项，不得派单。',
    en: 'The Street Party Working Committee can decide on a major matter only after the Enlarged Working Committee and the Area Management Committee have each recorded a consultation and a preliminary opinion. Work orders can be dispatched only for major matters that the committee has approved.',
  },
  note: {
    zh: '没有在任成员的机构无从协商。一个机构先后记录几次的，以决策之前的最后一次为准。会议只协商重大事项，不作决策：由重大事项召开的专题会议，其纪要条目均属该事项；其他会议的纪要条目可注明所属议题（agendaNumber），未注明的视为涉及议程中的每一个重大事项。',
    en: 'A body without members in office cannot consult. Of several records of one body, the last before the decision counts. Meetings consult on major matters but do not decide them. All items in the minutes of a special meeting convened for a major matter belong to that matter. Items of other minutes may name their agenda item (agendaNumber); without it they concern every major matter on the agenda.',
  },
};

/** R01 重大事项集体议事: collective deliberation of major matters (state machine; seed:114). */
export const r01: EnforcedRule<MajorMatterDecision | MajorMatterDeployment | BodyConsultation> = {
  ...definition,
  check: (facts) => {
    if ('members' in facts) return checkConsultation(facts);
    return 'matters' in facts ? checkDeployment(facts) : checkDecision(facts);
  },
};

function checkDecision({ opinions, decidedAt }: MajorMatterDecision): readonly RuleViolation[] {
  return STREET_BODY_KINDS.flatMap((body) => {
    const problem = problemOf(
      opinions.filter((opinion) => opinion.body === body),
      decidedAt,
    );
    const { zh, en } = BODY_KIND_LABELS[body];
    return findingOn(problem, (found) =>
      violationOf(
        definition,
        {
          zh: `${zh}${found.zh}。请先由该机构协商并登记初步意见（recordPreliminaryOpinion），再登记街道工委的决策。`,
          en: `The ${en} ${found.en}. Record its consultation and preliminary opinion first (recordPreliminaryOpinion), then record the decision.`,
        },
        'opinions',
      ),
    );
  });
}

function checkConsultation({ body, members }: BodyConsultation): readonly RuleViolation[] {
  if (members > 0) return [];
  const { zh, en } = BODY_KIND_LABELS[body];
  return [
    violationOf(
      definition,
      {
        zh: `${zh}还没有在任成员，不能协商。请先任命成员（nominateMember、reviewNomination、appointMember）。`,
        en: `The ${en} has no members in office and cannot consult. Appoint members first (nominateMember, reviewNomination, appointMember).`,
      },
      'body',
    ),
  ];
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

/** Obstacle in a body's records to a decision, or `undefined` when the last record before it supports it. */
function problemOf(opinions: readonly PreliminaryOpinion[], decidedAt: Moment): Bilingual | undefined {
  const last = opinions.findLast(({ recordedAt }) => precedes(recordedAt, decidedAt));
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
