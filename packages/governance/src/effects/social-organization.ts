import { dayHappened, dayNotFuture, spanInOrder, type Earliest } from '../checks/day';
import { textDiffers } from '../checks/different-texts';
import type { InputProblem } from '../checks/input-problem';
import type { Maybe } from '../checks/facts';
import type { StateProblem } from '../checks/state-problem';
import { r29, type OrganizationLinking } from '../rules/r29-social-organization-links';
import { needProposalMachine, type NeedProposalState } from '../state-machines/machines/services';
import { looksSame } from '../text/comparison-form';
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
const requireLasting = (act: Act, lasting: Lasting): void => act.requireState(lasting, checkLasts(lasting));

/** The fostering of a grassroots organization, as far as what happens in it depends on it. */
type Fostering = Lasting & { readonly name: string };

const beginningOf = ({ since }: Lasting): Earliest => ({
  day: since,
  name: { zh: '培育开始的', en: 'the beginning of the fostering' },
});

/** Begins to foster a grassroots organization, which a community has not fostered yet (R29). @param fostered those of the community */
export function fosteredSince(
  act: Act,
  { name, since }: { readonly name: string; readonly since: LocalDay },
  fostered: readonly Fostering[],
) {
  const begun = begunOn(act, since);
  const other = fostered.find((each) => looksSame(each.name, name) && (!each.until || each.until >= since));
  act.requireInput(other && alreadyFostered(other));
  return begun;
}

const alreadyFostered = ({ name, since, until }: Fostering): InputProblem =>
  until
    ? {
        field: 'since',
        message: {
          zh: `该社区已在 ${since} 至 ${until} 培育“${name}”。请填此后的日期`,
          en: `The community fostered “${name}” from ${since} to ${until}. Choose a later day`,
        },
      }
    : {
        field: 'name',
        message: {
          zh: `该社区自 ${since} 起已在培育“${name}”。请沿用该记录，或核对名称`,
          en: `The community has been fostering “${name}” since ${since}. Use that record, or correct the name`,
        },
      };

/** Records a stage that an organization reached while it was fostered (R29). */
export function reachedStage(act: Act, fostering: Fostering, reachedOn: LocalDay) {
  requireLasting(act, fostering);
  act.requireInput(dayHappened('reachedOn', reachedOn, beginningOf(fostering), localDay(act.now)));
  return { reachedOn };
}

/** Requires a stage to be of the time in which the organization was fostered, as for its recording (R29). */
export function requireStageWhileFostered(act: Act, reachedOn: LocalDay, fostering: Fostering): void {
  act.requireInput(checkWhileFostered('reachedOn', reachedOn, fostering));
}

/** Requires an activity to be of that time, where the organization is a fostered one (R29). */
export function requireActivityWhileFostered(act: Act, heldOn: LocalDay, fostering: Fostering | null): void {
  act.requireInput(fostering ? checkWhileFostered('heldOn', heldOn, fostering) : undefined);
}

/**
 * Requires the name and the first day of a fostering to agree with what is on record (R29).
 *
 * @param others fostered in the same community
 * @param firstDay of its stages and activities on record; null without any
 */
export function requireFostering(
  act: Act,
  fostering: Fostering,
  others: readonly Fostering[],
  firstDay: LocalDay | null,
): void {
  const { name, since, until } = fostering;
  const other = others.find(
    (each) =>
      looksSame(each.name, name) && (!each.until || each.until >= since) && (!until || until >= each.since),
  );
  act.requireInput(other && alreadyFostered(other));
  const latest = [until, firstDay].flatMap((day) => day ?? []).toSorted()[0];
  if (latest === undefined || since <= latest) return;
  act.requireInput({
    field: 'since',
    message: {
      zh: `${since} 晚于培育的截止日期，或晚于其首个阶段或共同活动（${latest}）。请填 ${latest} 或以前的日期`,
      en: `${since} is after the end of the fostering, or after its first stage or activity (${latest}). Choose ${latest} or earlier`,
    },
  });
}

/** Ends the fostering of an organization (R29). @param lastDay of its stages and activities on record; null without any */
export function endedFostering(act: Act, fostering: Fostering, until: LocalDay, lastDay: LocalDay | null) {
  const ended = endedOn(act, fostering, until);
  if (lastDay !== null && until < lastDay) {
    act.requireInput({
      field: 'until',
      message: {
        zh: `${lastDay} 还登记有其阶段或共同活动，不能于 ${until} 结束培育。请填 ${lastDay} 或以后的日期`,
        en: `A stage or an activity of ${lastDay} is on record, so that the fostering cannot end on ${until}. Choose ${lastDay} or later`,
      },
    });
  }
  return ended;
}

/** Records an activity in a community. @param fostering of the organization that took part, where it is a fostered one */
export function heldActivity(act: Act, heldOn: LocalDay, fostering: Fostering | null) {
  act.requireInput(dayNotFuture('heldOn', heldOn, localDay(act.now)));
  requireActivityWhileFostered(act, heldOn, fostering);
  return { heldOn };
}

function checkWhileFostered(
  field: 'heldOn' | 'reachedOn',
  day: LocalDay,
  { name, since, until }: Fostering,
): InputProblem | undefined {
  if (since <= day && (!until || day <= until)) return undefined;
  const [zh, en] = until
    ? [`${since} 至 ${until}`, `from ${since} to ${until}`]
    : [`${since} 起`, `since ${since}`];
  return {
    field,
    message: {
      zh: `${day} 不在“${name}”的培育期间（${zh}）。请更正日期`,
      en: `“${name}” was not fostered on ${day}, but ${en}. Correct the day`,
    },
  };
}

/** The columns of a proposal that its answer fills. */
interface NeedProposalCourse {
  readonly state: NeedProposalState;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
}

/** Proposes a need for services to be procured, with a content beyond its title (R29). */
export function proposedNeed(
  act: Act,
  { title, content }: { readonly title: string; readonly content: string },
) {
  const said = { text: content, name: { zh: '需求内容', en: 'content of the need' } };
  act.requireInput(textDiffers('content', said, [{ text: title, name: { zh: '名称', en: 'title' } }]));
  const course: NeedProposalCourse = {
    state: needProposalMachine.creation.to,
    answeredAt: null,
    reason: null,
  };
  return { title, content, ...course };
}

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
