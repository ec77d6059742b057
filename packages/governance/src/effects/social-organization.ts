import { dayNotFuture, spanInOrder } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { StateProblem } from '../checks/state-problem';
import { r29, type OrganizationLinking } from '../rules/r29-social-organization-links';
import { needProposalMachine, type NeedProposalState } from '../state-machines/machines/services';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** Something that lasts from a day on: a registration, a link, the fostering of an organization. */
interface Lasting {
  readonly version: number;
  readonly since: LocalDay;
  readonly until: Maybe<LocalDay>;
}

/** Begins something that lasts, today or earlier. */
export function begunOn(act: Act, since: LocalDay) {
  act.requireInput(dayNotFuture('since', since, localDay(act.now)));
  return { since, until: null };
}

/** Ends something that lasts, on a day that it has lasted to. */
export function endedOn(act: Act, lasting: Lasting, until: LocalDay) {
  act.requireState(lasting, checkLasts(lasting));
  act.requireInput(dayNotFuture('until', until, localDay(act.now)));
  act.requireInput(spanInOrder('until', lasting.since, until));
  return { until };
}

function checkLasts({ until }: Lasting): StateProblem | undefined {
  if (!until) return undefined;
  return {
    message: {
      zh: `已于 ${until} 结束。请刷新后查看，无须再次操作`,
      en: `It has ended on ${until}. Read it again; nothing is left to do`,
    },
  };
}

/** Requires something that lasts to last still. */
export const requireLasting = (act: Act, lasting: Lasting): void =>
  act.requireState(lasting, checkLasts(lasting));

/** Links a center to a professional or hub organization (R29). */
export function linkedOrganization(act: Act, linking: Omit<OrganizationLinking, 'today'>) {
  const begun = begunOn(act, linking.since);
  act.require(r29.check({ ...linking, today: localDay(act.now) }));
  return begun;
}

/** Answers the proposal of a need: forwarded to the district, or declined with the reason. */
export function answeredProposal(
  act: Act,
  proposal: { readonly state: NeedProposalState; readonly version: number },
  reason: string | null,
) {
  const command = reason === null ? 'forwardNeed' : 'declineNeed';
  return { state: act.step(needProposalMachine, proposal, command), answeredAt: act.now, reason };
}
