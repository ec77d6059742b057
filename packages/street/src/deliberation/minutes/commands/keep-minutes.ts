import { field, type CommandTransaction } from '@mtg/commands';
import { draftedMinutes, issuedMinutes, minutesMachine } from '@mtg/governance';
import { looksLike, zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { targetMeeting } from '../../meetings/open-meeting';
import { requireHeld, targetMinutes } from '../held-minutes';
import { addItems, itemsInput } from '../item-input';
import { Minutes } from '../minutes';
import { MinutesItem } from '../minutes-item';
import { Meeting } from '../../meetings/meeting';

const title = field.line(zhEn('标题', 'Title'));
const payload = { minutes: () => Minutes, items: (): readonly [typeof MinutesItem] => [MinutesItem] };

/** R06: what a meeting came to is put down in numbered items. */
export const draftMinutes = defineCommand({
  name: 'draftMinutes',
  description: zhEn(
    '起草纪要，限进行中或已闭会的会议(R06)',
    'Drafts the minutes of an open or closed meeting (R06)',
  ),
  input: { meetingId: Meeting.id(), title, items: itemsInput },
  payload,
  target: targetMeeting,
  execute: async (input, transaction) => {
    const meeting = await transaction.get(Meeting, input.meetingId);
    requireHeld(transaction, meeting, ['OPEN', 'CLOSED']);
    const { id } = meeting;
    if (await transaction.find(Minutes, { meetingId: id })) {
      throw refuse.badInput('meetingId', {
        zh: `会议${meeting.number}已有纪要，请修改它(reviseMinutes)`,
        en: `Meeting ${meeting.number} already has minutes. Revise them (reviseMinutes)`,
      });
    }
    const minutes = await transaction.insert(Minutes, {
      meetingId: id,
      title: input.title,
      ...draftedMinutes(),
    });
    return { minutes, items: await addItems(transaction, minutes, input.items) };
  },
});

/** A draft is written anew: its items are withdrawn, and others take their places. */
export const reviseMinutes = defineCommand({
  name: 'reviseMinutes',
  description: zhEn(
    '修改纪要草稿，替换其全部条目',
    'Revises draft minutes. The given items replace all existing ones',
  ),
  input: { minutesId: Minutes.id(), expectedVersion, title: field.optional(title), items: itemsInput },
  payload,
  target: targetMinutes,
  execute: async (input, transaction) => {
    const minutes = await transaction.get(Minutes, input.minutesId, {
      expectedVersion: input.expectedVersion,
    });
    const state = transaction.step(minutesMachine, minutes, 'reviseMinutes');
    await transaction.change(minutes, { state, title: input.title ?? minutes.title });
    for (const item of await transaction.list(MinutesItem, { minutesId: minutes.id })) {
      await withdrawItem(transaction, item);
    }
    return { minutes, items: await addItems(transaction, minutes, input.items) };
  },
});

/** R06: minutes get their number and are never changed again; from now on work can be deployed by them. */
export const issueMinutes = defineCommand({
  name: 'issueMinutes',
  description: zhEn(
    '印发纪要，此后不可更改(R06)',
    'Issues minutes under a number. Issued minutes cannot be changed (R06)',
  ),
  input: {
    minutesId: Minutes.id(),
    expectedVersion,
    number: field.mark(zhEn('文号，街道内唯一', 'Number of the minutes, unique in the street')),
    issuedOn: field.optional(
      field.day(
        zhEn(
          '印发日期，不晚于今天，不早于会议；不填即今天。较早的为补录',
          'Day of issue, today or earlier, and not before the meeting. Default: today. An earlier day is marked as recorded late',
        ),
      ),
    ),
  },
  payload,
  target: targetMinutes,
  execute: async (input, transaction) => {
    const { number, issuedOn } = input;
    const minutes = await transaction.get(Minutes, input.minutesId, {
      expectedVersion: input.expectedVersion,
    });
    const meeting = await transaction.get(Meeting, minutes.meetingId);
    const values = issuedMinutes(transaction, minutes, { number, issuedOn, heldOn: meeting.heldOn });
    requireHeld(transaction, meeting, ['CLOSED']);
    const { sample } = transaction;
    const other = await transaction.find(Minutes, { number: looksLike(number), sample });
    if (other) {
      throw refuse.badInput('number', {
        zh: `文号“${other.number}”已用于另一份纪要。请另取文号`,
        en: `Number “${other.number}” is used by other minutes. Choose another number`,
      });
    }
    await transaction.change(minutes, values);
    return { minutes, items: await transaction.list(MinutesItem, { minutesId: minutes.id }) };
  },
});

/** An item of a draft that is written anew becomes a tombstone. */
const withdrawItem = (transaction: CommandTransaction, item: MinutesItem): Promise<MinutesItem> =>
  // A column of the platform's, which commands have no other need to set.
  transaction.change(item, { deletedAt: transaction.now } as object);
