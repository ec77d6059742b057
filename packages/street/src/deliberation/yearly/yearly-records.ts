import { defineReadable, field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { AnnualNotice } from './annual-notice';
import { DeputyActivity } from './deputy-activity';
import { year } from './year';

/** What the street reports of its years, as it is read. */
export const annualNotices = defineReadable({
  entity: AnnualNotice,
  name: 'AnnualNotice',
  one: 'annualNotice',
  many: 'annualNotices',
  description: zhEn('年度通报', 'What the street tells its member units of its years'),
  group: 'DELIBERATION',
  filters: { year },
});

export const deputyActivities = defineReadable({
  entity: DeputyActivity,
  name: 'DeputyActivity',
  one: 'deputyActivity',
  many: 'deputyActivities',
  description: zhEn('两代表一委员活动', 'What deputies and committee members did in the street’s work'),
  group: 'DELIBERATION',
  filters: { day: field.day(zhEn('日期', 'Day')) },
});
