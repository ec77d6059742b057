import { column, defineTable, type RowOf } from '@mtg/commands';
import { AppointmentState, AUTHORITY_LABELS, codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { BodyMember } from './body-member';

const Authorities = codesOf(AUTHORITY_LABELS);
registerVocabulary(
  Authorities,
  'Authority',
  { zh: '权限主体', en: 'In whose name a step is taken' },
  AUTHORITY_LABELS,
);

/** One step of an appointment, and in whose name it was taken (R32). It is never changed. */
export const AppointmentStep = defineTable('AppointmentStep', {
  zh: '任命步骤',
  en: 'A step of an appointment, and who took it',
  list: 'Steps of appointments, and who took them',
  read: { group: 'MEMBERSHIP', via: 'memberId' },
  writes: 'APPEND_ONLY',
  columns: {
    memberId: column.ref(() => BodyMember, { inverse: 'steps', trace: column.NEAR }),
    command: column.line('操作', 'The command that took it'),
    state: column.choice(AppointmentState, '此步之后的状态', 'The state that it led to'),
    authority: column.choice(Authorities, '以谁的名义', 'In whose name it was taken'),
    actor: column.subject('操作人(令牌的 sub)', 'Who took it: the token’s subject'),
    actorRole: column.line('角色', 'In which role'),
    reason: column.optional(column.text('理由', 'Why')),
  },
  trace: { title: 'command' },
});

export type AppointmentStep = RowOf<typeof AppointmentStep>;
