import { column, defineTable, type RowOf } from '@mtg/commands';
import { AppointmentState, AUTHORITY_LABELS, codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { BodyMember } from './body-member';

const Authorities = codesOf(AUTHORITY_LABELS);
registerVocabulary(
  Authorities,
  'Authority',
  { zh: '权限主体', en: 'Authority in whose name a step is taken' },
  AUTHORITY_LABELS,
);

/** One step of an appointment, and in whose name it was taken (R32). It is never changed. */
export const AppointmentStep = defineTable('AppointmentStep', {
  zh: '任命步骤',
  en: 'Step of an appointment',
  list: 'Steps of appointments',
  read: { group: 'MEMBERSHIP', via: 'memberId' },
  writes: 'APPEND_ONLY',
  columns: {
    memberId: column.ref(() => BodyMember, { inverse: 'steps', trace: column.NEAR }),
    command: column.line('操作', 'Name of the command'),
    state: column.choice(AppointmentState, '此步之后的状态', 'State after the step'),
    authority: column.choice(Authorities, '以谁的名义', 'Authority in whose name the step was taken'),
    actor: column.subject('操作人(令牌中的人员标识)', 'Actor, as token subject'),
    actorRole: column.line('角色', 'Role of the actor'),
    reason: column.optional(column.text('理由', 'Reason')),
    happenedOn: column.optional(
      column.day(
        '此步发生的日期；空即登记之日',
        'Day on which the step was taken, where it was given. Null: the day of recording',
      ),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'happenedOn',
      'createdAt',
      '是否补录(登记晚于当日)',
      'Whether it was recorded after the day on which it was taken',
    ),
  },
  shares: ['memberId', 'command', 'state', 'authority', 'actorRole', 'happenedOn'],
  trace: { title: 'command' },
});

export type AppointmentStep = RowOf<typeof AppointmentStep>;
