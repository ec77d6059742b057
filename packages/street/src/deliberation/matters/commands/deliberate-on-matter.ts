import { defineCommand, field, type CommandTransaction } from '@mtg/commands';
import { majorMatterMachine, MeetingKind, r01, STREET_BODY_KINDS } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import { expectedVersion } from '../../../common-inputs';
import { BodyMember } from '../../bodies/body-member';
import { findMeeting } from '../../meetings/find-meeting';
import { wrongInput } from '../../../refusals';
import { findMatter, majorMatterId } from '../find-matter';
import { MajorMatter } from '../major-matter';
import { PreliminaryOpinion } from '../preliminary-opinion';
import { StreetBodyKind } from '../street-body-kind';

/** R01: something concerns the development of the area. */
export const registerMajorMatter = defineCommand({
  name: 'registerMajorMatter',
  description: zhEn('登记重大事项(R01)', 'Registers a major matter (R01)'),
  input: {
    title: field.line(zhEn('标题', 'Title')),
    content: field.text(zhEn('内容', 'What it is about')),
  },
  payload: { majorMatter: () => MajorMatter },
  execute: async (input, transaction) => ({
    majorMatter: await transaction.insert(MajorMatter, {
      ...input,
      state: majorMatterMachine.creation.to,
      decisionId: null,
    }),
  }),
});

/** R01: one body has consulted; when both have formed their opinions, the matter is ready for the committee. */
export const recordPreliminaryOpinion = defineCommand({
  name: 'recordPreliminaryOpinion',
  description: zhEn(
    '记录大工委或地管会的协商和初步意见(R01)；两方齐备后方可决策',
    'Records what one body came to; the committee decides only when both have consulted and formed an opinion (R01)',
  ),
  input: {
    majorMatterId,
    expectedVersion,
    body: field.choice(StreetBodyKind, zhEn('机构', 'The body')),
    consulted: field.yesOrNo(zhEn('是否已协商', 'Whether it has consulted')),
    opinion: field.ruled(zhEn('初步意见(R01)', 'The preliminary opinion (R01)')),
    meetingId: field.optional(
      field.uuid(zhEn('在哪次联席会议或专题会议上', 'Id of the joint or special meeting in which it did so')),
    ),
  },
  payload: { majorMatter: () => MajorMatter, opinion: () => PreliminaryOpinion },
  execute: async (input, transaction) => {
    const { body, consulted, meetingId } = input;
    const majorMatter = await findMatter(transaction, input.majorMatterId, input.expectedVersion);
    if (meetingId !== null) {
      const { heldOn, kind, number } = await findMeeting(transaction, meetingId);
      if (kind !== MeetingKind.JOINT && kind !== MeetingKind.SPECIAL) {
        throw wrongInput('meetingId', {
          zh: `会议${number}是各中心的会议；大工委、地管会在联席会议或专题会议上协商`,
          en: `the meeting ${number} is one of the centers; the two bodies consult in a joint or special meeting`,
        });
      }
      if (heldOn === null) {
        throw wrongInput('meetingId', {
          zh: `会议${number}没有召开`,
          en: `the meeting ${number} was not held`,
        });
      }
    }
    if (consulted) transaction.require(r01.check({ body, members: await membersOf(transaction, body) }));
    const known = await transaction.list(PreliminaryOpinion, { majorMatterId: majorMatter.id });
    const values = { majorMatterId: majorMatter.id, body, consulted, opinion: input.opinion, meetingId };
    const formed = [...known, values].filter((each) => each.consulted && each.opinion !== null);
    const both = STREET_BODY_KINDS.every((kind) => formed.some((each) => each.body === kind));
    const state = transaction.step(
      majorMatterMachine,
      majorMatter,
      'recordPreliminaryOpinion',
      both ? 'DELIBERATED' : 'REGISTERED',
    );
    const opinion = await transaction.insert(PreliminaryOpinion, values);
    await transaction.change(majorMatter, { state });
    return { majorMatter, opinion };
  },
});

/** How many people are in office in a body of the street; of sample data for a sample matter, of real people otherwise. */
const membersOf = ({ manager, sample }: CommandTransaction, bodyKind: StreetBodyKind): Promise<number> =>
  manager.countBy(BodyMember, { bodyKind, state: 'APPOINTED', sample, deletedAt: IsNull() });
