import { column, defineTable, type RowOf } from '@mtg/commands';
import { ENFORCEMENT_FORM_LABELS, EnforcementForm, EnforcementKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { WorkOrder } from '../dispatch/orders/work-order';
import { communityCode } from '../organization/reference-columns';
import { EnforcementMandate } from './enforcement-mandate';
import { EnforcementTeam } from './enforcement-team';
import { recordedLate } from '../foundation/recorded-late';

registerVocabulary(
  EnforcementForm,
  'EnforcementForm',
  { zh: '执法行动形式', en: 'Form of an enforcement action (R33)' },
  ENFORCEMENT_FORM_LABELS,
);

/** A joint patrol or joint enforcement of the team, within a mandate (R33). Whom it was about is recorded apart. */
export const EnforcementAction = defineTable('EnforcementAction', {
  zh: '执法行动',
  en: 'Action of the joint enforcement team, within a mandate (R33)',
  list: 'Actions of the joint enforcement team',
  input: 'actionId',
  read: { group: 'ENFORCEMENT', scopes: { DEPARTMENT: { through: 'mandateId' } } },
  writes: 'WORK',
  columns: {
    form: column.choice(EnforcementForm, '形式', 'Form'),
    day: column.day('日期', 'Day'),
    place: column.line('地点', 'Place'),
    communityCode: communityCode('社区代码', 'Code of the community'),
    kind: column.choice(EnforcementKind, '执法事项', 'Kind of problem'),
    mandateId: column.ref(() => EnforcementMandate, {
      name: 'mandate',
      inverse: 'actions',
      trace: column.ON,
    }),
    teamId: column.ref(() => EnforcementTeam, { name: 'team', inverse: 'actions' }),
    found: column.text(
      '发现的情况，不得写入对象姓名',
      'Findings. They must not name whom the action was about',
    ),
    outcome: column.text('处理结果，不得写入对象姓名', 'Outcome. It must not name whom the action was about'),
    followUpOrderId: column.optional(
      column.ref(() => WorkOrder, {
        name: 'followUpOrder',
        zh: '后续派单',
        en: 'Order that follows from the action. Null if there is none',
        inverse: {
          name: 'enforcementActions',
          zh: '所跟进的执法行动',
          en: 'Enforcement actions that it follows',
        },
        trace: column.OUTCOME,
      }),
    ),
  },
  derived: {
    recordedLate: recordedLate(
      'day',
      'createdAt',
      '是否补录(登记晚于行动当日)',
      'Whether it was recorded after the day of the action',
    ),
  },
  shares: ['form', 'day', 'communityCode', 'kind', 'mandateId', 'teamId', 'followUpOrderId'],
  trace: { title: 'place' },
});

export type EnforcementAction = RowOf<typeof EnforcementAction>;
