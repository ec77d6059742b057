import { defineReadable, field } from '@mtg/commands';
import { MeetingKind, MeetingState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { dayRange } from '../../day-filters';
import { Meeting } from './meeting';

const byDay = dayRange('heldOn', '召开日期', 'Day on which it was held');

/** Meetings of all kinds, as they are read. */
export const meetings = defineReadable({
  entity: Meeting,
  name: 'Meeting',
  one: 'meeting',
  many: 'meetings',
  description: zhEn('会议', 'Meetings of the street’s bodies and of its centers'),
  group: 'DELIBERATION',
  filters: {
    kind: field.choice(MeetingKind, zhEn('种类', 'Kind')),
    state: field.choice(MeetingState, zhEn('状态', 'State')),
    heldOn: field.day(zhEn('召开日期', 'Day on which it was held')),
    ...byDay.filters,
  },
  conditions: byDay.conditions,
});
