import { field } from '@mtg/commands';
import { deliberatedMatter, requireConsultation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { membersInOffice } from '../../bodies/members-in-office';
import { MajorMatter } from '../../matters/major-matter';
import { requireConsultingMeeting } from '../meeting-on-matter';
import { PreliminaryOpinion } from '../preliminary-opinion';
import { StreetBodyKind } from '../street-body-kind';

/** R01: one body has consulted; when both have formed their opinions, the matter is ready for the committee. */
export const recordPreliminaryOpinion = defineCommand({
  name: 'recordPreliminaryOpinion',
  description: zhEn(
    '登记初步意见，即大工委或地管会的协商情况和初步意见(R01)；两方齐备后方可决策',
    'Records the consultation and preliminary opinion of one body (R01). The committee can decide only after both bodies have recorded theirs',
  ),
  input: {
    majorMatterId: MajorMatter.id(),
    expectedVersion,
    body: field.choice(StreetBodyKind, zhEn('作出意见的机构', 'Body that gives the opinion')),
    consulted: field.yesOrNo(zhEn('是否已协商', 'Whether the body has consulted on the matter')),
    opinion: field.ruled(zhEn('初步意见(R01)', 'Preliminary opinion (R01)')),
    meetingId: field.optional(
      field.uuid(
        zhEn('在哪次联席会议或专题会议上', 'Id of the joint or special meeting at which the body consulted'),
      ),
    ),
  },
  payload: { majorMatter: () => MajorMatter, opinion: () => PreliminaryOpinion },
  execute: async (input, transaction) => {
    const { body, consulted, meetingId } = input;
    const majorMatter = await transaction.get(MajorMatter, input.majorMatterId, {
      expectedVersion: input.expectedVersion,
    });
    if (meetingId !== null) await requireConsultingMeeting(transaction, majorMatter, meetingId);
    if (consulted)
      requireConsultation(transaction, { body, members: await membersInOffice(transaction, [body]) });
    const known = await transaction.list(PreliminaryOpinion, { majorMatterId: majorMatter.id });
    const values = { majorMatterId: majorMatter.id, body, consulted, opinion: input.opinion, meetingId };
    const changed = deliberatedMatter(transaction, majorMatter, known, values);
    const opinion = await transaction.insert(PreliminaryOpinion, values);
    await transaction.change(majorMatter, changed);
    return { majorMatter, opinion };
  },
});
