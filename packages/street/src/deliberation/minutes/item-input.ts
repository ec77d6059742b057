import { field, inputType, type InputOf } from '@mtg/commands';
import { requireOnTrigger } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import type { StreetTransaction } from '../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../organization/require-addressee';
import { AgendaItem } from '../meetings/agenda-item';
import { Meeting } from '../meetings/meeting';
import type { Minutes } from './minutes';
import { MinutesItem } from './minutes-item';

const SHAPE = {
  text: field.text(zhEn('内容', 'Text of the item')),
  agendaNumber: field.optional(
    field.whole(
      zhEn(
        '所属议题在议程中的序号，有议程的专题会议必填(R05)；其他会议不注明的，派单时视为涉及议程中的每一个重大事项(R01)',
        'Agenda number of the topic. Required for a special meeting with an agenda (R05). Without it, the item counts for every major matter on the agenda when an order is dispatched (R01)',
      ),
      1,
      1000,
    ),
  ),
  relation: field.ruled(
    zhEn(
      '与会议事由的关系，专题会议必填(R05)',
      'How the item follows from the trigger of the meeting. Required for a special meeting (R05)',
    ),
  ),
  centerCode: field.optional(field.code(zhEn('部署给的中心代码', 'Code of the center assigned the work'))),
  communityCode: field.optional(field.code(zhEn('涉及的社区代码', 'Code of the community concerned'))),
};

/** The items of minutes as commands take them; their numbers are their places in the list. */
export const itemsInput = field.list(
  field.nested(
    inputType('MinutesItemInput', zhEn('纪要条目', 'Item of minutes'), SHAPE),
    zhEn('条目，按顺序从1编号', 'Items, numbered from 1 in this order'),
  ),
);

/**
 * Adds the items of a draft.
 *
 * @throws PublicError NOT_FOUND for a center or community that the street has not; BAD_USER_INPUT for a number that the
 *   meeting's agenda has not; RULE_VIOLATION R05 for an item that does not follow from the trigger of a special meeting
 */
export async function addItems(
  transaction: StreetTransaction,
  { id: minutesId, meetingId }: Minutes,
  items: readonly InputOf<typeof SHAPE>[],
): Promise<MinutesItem[]> {
  const meeting = await transaction.get(Meeting, meetingId);
  const topics = await transaction.list(AgendaItem, { meetingId });
  const agenda = topics.map(({ number }) => number);
  const added = [];
  for (const [index, item] of items.entries()) {
    const { agendaNumber, centerCode, communityCode } = item;
    const path = `items.${index}`;
    if (agendaNumber !== null && !agenda.includes(agendaNumber)) {
      throw refuse.badInput(`${path}.agendaNumber`, {
        zh: `会议议程中没有第 ${agendaNumber} 项，议程共 ${agenda.length} 项。请更正，或不填`,
        en: `The agenda has no item ${agendaNumber}, but ${agenda.length} in all. Choose one of these, or omit this field`,
      });
    }
    if (meeting.kind === 'SPECIAL') {
      const topic = topics.find(({ number }) => number === agendaNumber);
      requireOnTrigger(transaction, {
        ...item,
        trigger: { kind: meeting.triggerKind, majorMatterId: meeting.majorMatterId },
        majorMatterId: topic?.majorMatterId ?? null,
        topics: topics.length,
        path: `${path}.`,
      });
    }
    if (centerCode !== null) await requireCenter(transaction, centerCode, `${path}.centerCode`);
    if (communityCode !== null) await requireCommunity(transaction, communityCode, `${path}.communityCode`);
    added.push(await transaction.insert(MinutesItem, { ...item, minutesId, number: index + 1 }));
  }
  return added;
}
