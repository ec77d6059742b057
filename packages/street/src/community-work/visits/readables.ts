import { defineReadable, field } from '@mtg/commands';
import { VisitForm } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { dayRange } from '../../day-filters';
import { centerCode, communityCode } from '../inputs';
import { CONCERNS, OF_COMMUNITY } from '../scopes';
import { CommunityVisit } from './community-visit';
import { VisitPlan } from './visit-plan';

const day = field.day(zhEn('日期', 'The day'));
const byDay = dayRange('day', '日期', 'The day');

/** Plans as they are read; a secretary reads those that lead to the own community. */
export const visitPlans = defineReadable({
  entity: VisitPlan,
  name: 'VisitPlan',
  one: 'visitPlan',
  many: 'visitPlans',
  description: zhEn('进社区计划', 'Plans of visits to communities'),
  group: 'VISITS',
  scopes: { COMMUNITY: CONCERNS },
  filters: { centerCode, communityCode, day, ...byDay.filters },
  conditions: { ...byDay.conditions, communityCode: CONCERNS },
});

/** Visits as facts: what was recorded of them is not among these. */
export const communityVisits = defineReadable({
  entity: CommunityVisit,
  name: 'CommunityVisit',
  one: 'communityVisit',
  many: 'communityVisits',
  description: zhEn('进社区(走访)', 'Visits of center staff to communities'),
  group: 'VISITS',
  scopes: { COMMUNITY: OF_COMMUNITY },
  filters: {
    communityCode,
    centerCode,
    day,
    form: field.choice(VisitForm, zhEn('形式', 'Form')),
    staffSubject: field.line(zhEn('走访人员(令牌的 sub)', 'Who went, by the subject of the token')),
    ...byDay.filters,
  },
  conditions: byDay.conditions,
});
