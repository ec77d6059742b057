import { issuedReport, type FeedbackRecipient } from '@mtg/governance';
import { THE_DISPATCHER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { LivedOrder } from './orders';

/** More orders than this make another report. */
const MOST = 50;

export interface Reported {
  readonly id: string;
  readonly issuedAt: Date;
}

/** Reports the closed orders of a week, each once, when all are done (R13). @returns the report of each order */
export function reportOrders(
  story: Story,
  orders: readonly LivedOrder[],
  issuedAt: Date,
  departmentOf: (order: LivedOrder) => string | undefined,
): ReadonlyMap<LivedOrder, Reported> {
  const reports = new Map<LivedOrder, Reported>();
  if (!story.isPast(issuedAt)) return reports;
  const closed = orders.filter(({ state, openTo }) => state === 'CLOSED' && openTo < issuedAt);
  for (let first = 0; first < closed.length; first += MOST) {
    const some = closed.slice(first, first + MOST);
    const departmentCodes = [...new Set(some.flatMap((order) => departmentOf(order) ?? []))];
    const recipients: FeedbackRecipient[] = ['DISTRICT_PARTY_COMMITTEE', 'DISTRICT_GOVERNMENT'];
    if (departmentCodes.length > 0) recipients.push('DEPARTMENT');
    const reported = some.map((order) => ({ ...order, delegatedBy: departmentOf(order) }));
    const act = actOf(THE_DISPATCHER, issuedAt);
    const values = issuedReport(act, { recipients, departmentCodes, orders: reported });
    const id = story.add('FeedbackReport', issuedAt, {
      ...story.running('F', issuedAt),
      ...values,
      title: titled('派单办理情况'),
      text: titled(`${some.length} 件派单已办结`),
    });
    for (const order of some) reports.set(order, { id, issuedAt });
  }
  return reports;
}
