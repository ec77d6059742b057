import { field, inputType, type CommandTransaction } from '@mtg/commands';
import {
  convokedMeeting,
  localDay,
  MeetingKind,
  MeetingTriggerKind,
  STREET_BODY_KINDS,
} from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { membersInOffice } from '../../bodies/members-in-office';
import { unitsOfMeetingOn } from '../../bodies/member-units';
import { MajorMatter } from '../../matters/major-matter';
import { AgendaItem } from '../agenda-item';
import { Meeting } from '../meeting';
import { nextMeetingNumber } from '../meeting-number';

const majorMatterId = field.optional(field.uuid(zhEn('重大事项标识', 'Id of the major matter')));

const agendaItemInput = inputType('AgendaItemInput', zhEn('会议议题', 'Agenda item'), {
  title: field.line(zhEn('议题', 'Topic')),
  note: field.optional(field.text(zhEn('说明', 'Explanation'))),
  majorMatterId,
});

/** All optional: what a trigger has to say is for R05 to tell. */
const triggerInput = inputType(
  'MeetingTriggerInput',
  zhEn('专题会议事由(R05)', 'Trigger of a special meeting (R05)'),
  {
    kind: field.optional(field.choice(MeetingTriggerKind, zhEn('事由种类', 'Kind of trigger'))),
    requestedBy: field.ruled(zhEn('提请的成员单位', 'Member unit that requests the meeting')),
    majorMatterId,
    urgency: field.ruled(zhEn('紧急事项', 'Urgent matter')),
  },
);

/** R05, R21: a meeting is called, with its agenda. */
export const convokeMeeting = defineCommand({
  name: 'convokeMeeting',
  description: zhEn(
    '召集会议(R05、R21)',
    'Convenes a meeting. A special meeting needs a trigger (R05). Weekly meetings are convened by the General Affairs Management Center (R21)',
  ),
  input: {
    kind: field.choice(MeetingKind, zhEn('种类', 'Kind')),
    title: field.line(zhEn('标题', 'Title')),
    place: field.optional(field.line(zhEn('地点', 'Place'))),
    scheduledAt: field.instant(
      zhEn(
        '计划时间；补录以往年份的会议，填当时的时间，编号即属该年',
        'Planned time. For a meeting of a past year that is entered late, the time it had: its number is of that year',
      ),
    ),
    agenda: field.optional(
      field.list(field.nested(agendaItemInput, zhEn('议题，按顺序', 'Agenda items, in order')), { least: 0 }),
    ),
    trigger: field.optional(
      field.nested(
        triggerInput,
        zhEn('事由，只用于专题会议(R05)', 'Trigger. For special meetings only (R05)'),
      ),
    ),
  },
  payload: { meeting: () => Meeting, agenda: () => [AgendaItem] },
  target: ({ kind }) => ({ variant: kind }),
  execute: async (input, transaction) => {
    const { kind, trigger } = input;
    if (trigger && kind !== 'SPECIAL') {
      throw refuse.badInput('trigger', {
        zh: '只有专题会议有事由，请去掉',
        en: 'Only a special meeting has a trigger. Leave the field out',
      });
    }
    await requireMatter(transaction, trigger?.majorMatterId, 'trigger.majorMatterId');
    for (const [index, { majorMatterId }] of (input.agenda ?? []).entries()) {
      await requireMatter(transaction, majorMatterId, `agenda.${index}.majorMatterId`);
    }
    const day = localDay(input.scheduledAt);
    const values = convokedMeeting(transaction, input, {
      memberUnits: await unitsOfMeetingOn(transaction, day),
      members: await membersInOffice(transaction, STREET_BODY_KINDS, day),
    });
    const numbered = await nextMeetingNumber(transaction, input);
    const meeting = await transaction.insert(Meeting, { ...numbered, ...values });
    const agenda = [];
    for (const [index, item] of (input.agenda ?? []).entries()) {
      agenda.push(
        await transaction.insert(AgendaItem, { ...item, meetingId: meeting.id, number: index + 1 }),
      );
    }
    return { meeting, agenda };
  },
});

/** @throws PublicError NOT_FOUND */
async function requireMatter(
  transaction: CommandTransaction,
  id: string | null | undefined,
  path: string,
): Promise<void> {
  if (id) await transaction.get(MajorMatter, id, { at: path });
}
