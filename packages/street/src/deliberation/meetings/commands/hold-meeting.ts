import { field } from '@mtg/commands';
import { cancelledMeeting, closingMeeting, openedMeeting } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { exchangeIn } from '../exchange-in';
import { targetMeeting } from '../open-meeting';
import { Meeting } from '../meeting';

const payload = { meeting: () => Meeting };

/** A meeting begins: from now on things are recorded in it. */
export const openMeeting = defineCommand({
  name: 'openMeeting',
  description: zhEn('开会', 'Opens a meeting. Reports and decisions are recorded only while it is open'),
  input: {
    meetingId: Meeting.id(),
    expectedVersion,
    heldOn: field.optional(
      field.day(
        zhEn(
          '召开日期，不晚于今天，不早于编号之年；不填即今天。较早的为补录',
          'Day on which it was held, today or earlier, and not before the year of its number. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload,
  target: targetMeeting,
  execute: async (input, transaction) => {
    const meeting = await transaction.get(Meeting, input.meetingId, {
      expectedVersion: input.expectedVersion,
    });
    await transaction.change(meeting, openedMeeting(transaction, meeting, input.heldOn));
    return { meeting };
  },
});

/** R03: a joint meeting ends only when everybody has reported, and been told. */
export const closeMeeting = defineCommand({
  name: 'closeMeeting',
  description: zhEn(
    '闭会；联席会议须成员单位均已汇报或记录缺席，且街道已通报(R03)；专题会议须成员单位的出席或缺席均已登记(R05)；周例会须其他6个中心均已通报或记录缺席(R21)；月推进会须七个中心均已汇报或记录缺席(R20)',
    'Closes a meeting. A joint meeting needs a report or a recorded absence of every member unit, and the street’s notice (R03). A special meeting needs the recorded attendance or absence of every member unit (R05). A weekly meeting needs a report or a recorded absence of each of the other six centers (R21). A monthly progress meeting needs a report or a recorded absence of each of the seven centers (R20)',
  ),
  input: { meetingId: Meeting.id(), expectedVersion },
  payload,
  target: targetMeeting,
  execute: async (input, transaction) => {
    const meeting = await transaction.get(Meeting, input.meetingId, {
      expectedVersion: input.expectedVersion,
    });
    const close = closingMeeting(transaction, meeting);
    await transaction.change(meeting, close(await exchangeIn(transaction, meeting)));
    return { meeting };
  },
});

/** A meeting that has not begun is called off. */
export const cancelMeeting = defineCommand({
  name: 'cancelMeeting',
  description: zhEn('取消会议，限尚未开始的', 'Cancels a meeting that has not started'),
  input: { meetingId: Meeting.id(), expectedVersion, reason },
  payload,
  target: targetMeeting,
  execute: async (input, transaction) => {
    const meeting = await transaction.get(Meeting, input.meetingId, {
      expectedVersion: input.expectedVersion,
    });
    await transaction.change(meeting, cancelledMeeting(transaction, meeting, input.reason));
    return { meeting };
  },
});
