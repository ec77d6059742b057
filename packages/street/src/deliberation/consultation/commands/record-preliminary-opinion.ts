import { field } from '@mtg/commands';
import { deliberatedMatter, opinionGivenOn, OpinionVerdict, requireConsultation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { membersInOffice } from '../../bodies/members-in-office';
import { MajorMatter } from '../../matters/major-matter';
import { attendanceOf } from '../attendance-of-body';
import { requireConsultingMeeting } from '../meeting-on-matter';
import { PreliminaryOpinion } from '../preliminary-opinion';
import { StreetBodyKind } from '../street-body-kind';

/** R01: one body has consulted; when both have formed their opinions, the matter is ready for the committee. */
export const recordPreliminaryOpinion = defineCommand({
  name: 'recordPreliminaryOpinion',
  description: zhEn(
    '登记初步意见，即大工委或地管会的协商情况和初步意见(R01)；协商须引用已闭会、议及该事项、有其成员单位出席的会议；两方齐备后方可决策',
    'Records the consultation and preliminary opinion of one body (R01). A consultation cites a closed meeting about the matter that member units of the body attended. The committee can decide only after both bodies have recorded theirs',
  ),
  input: {
    majorMatterId: MajorMatter.id(),
    expectedVersion,
    body: field.choice(StreetBodyKind, zhEn('作出意见的机构', 'Body that gives the opinion')),
    consulted: field.yesOrNo(zhEn('是否已协商', 'Whether the body has consulted on the matter')),
    opinion: field.ruled(zhEn('初步意见(R01)', 'Preliminary opinion (R01)')),
    verdict: field.optional(
      field.choice(
        OpinionVerdict,
        zhEn(
          '结论，有初步意见时必填(R01)',
          'Verdict. Required with the opinion of a body that consulted (R01)',
        ),
      ),
    ),
    meetingId: field.optional(
      field.uuid(
        zhEn(
          '在哪次已闭会的联席会议或专题会议上协商，协商后必填(R01)',
          'Id of the closed joint or special meeting at which the body consulted. Required for a consultation (R01)',
        ),
      ),
    ),
    givenOn: field.optional(
      field.day(
        zhEn(
          '作出意见的日期，不早于会议召开之日，默认今天',
          'Day on which the body gave its opinion, not before its meeting. Default: today',
        ),
      ),
    ),
  },
  payload: { majorMatter: () => MajorMatter, opinion: () => PreliminaryOpinion },
  execute: async (input, transaction) => {
    const { body, consulted, opinion, verdict, meetingId } = input;
    const majorMatter = await transaction.get(MajorMatter, input.majorMatterId, {
      expectedVersion: input.expectedVersion,
    });
    const meeting =
      meetingId === null ? null : await requireConsultingMeeting(transaction, majorMatter, meetingId);
    const attendance = meeting && (await attendanceOf(transaction, meeting, body));
    const { memberUnits = null, unitsPresent = null } = attendance ?? {};
    requireConsultation(transaction, {
      body,
      consulted,
      opinion,
      verdict,
      meetingId,
      members: await membersInOffice(transaction, [body], meeting?.heldOn ?? undefined),
      memberUnits: memberUnits ?? 0,
      unitsPresent: unitsPresent ?? 0,
    });
    const givenOn = opinionGivenOn(transaction, input.givenOn, meeting?.heldOn);
    const known = await transaction.list(PreliminaryOpinion, { majorMatterId: majorMatter.id });
    const values = {
      majorMatterId: majorMatter.id,
      body,
      consulted,
      opinion,
      verdict,
      meetingId,
      memberUnits,
      unitsPresent,
      givenOn,
    };
    const changed = deliberatedMatter(transaction, majorMatter, known, values);
    const recorded = await transaction.insert(PreliminaryOpinion, values);
    await transaction.change(majorMatter, changed);
    return { majorMatter, opinion: recorded };
  },
});
