import {
  addDays,
  decidedMatter,
  deliberatedMatter,
  MEMBER_CATEGORIES_OF,
  registeredMatter,
  requireConsultation,
  requireMeetingOn,
  STREET_BODY_KINDS,
  type LocalDay,
  type PreliminaryOpinion,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import { THE_CLERK, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { HeldMeeting } from './hold-meeting';

export interface Registered {
  readonly id: string;
  readonly title: string;
  readonly registeredAt: Date;
}

/** Registers a major matter under a new id. `considerMatter` writes its outcome. */
export function registerMatter(story: Story, day: LocalDay, topic: string): Registered {
  const registeredAt = at(day, 9);
  return { id: story.random.idAt(registeredAt), title: titled(topic), registeredAt };
}

interface Course {
  readonly meeting?: HeldMeeting;
  /** On which the bodies deliberate. */
  readonly day: LocalDay;
  readonly until: 'REGISTERED' | 'DELIBERATED' | 'DECIDED';
}

/**
 * Both bodies form their opinions, then 街道工委 decides, as far as time has come (R01).
 *
 * @returns when it was approved; null if it is not
 */
export function considerMatter(
  story: Story,
  { id, title, registeredAt }: Registered,
  { meeting, day, until }: Course,
): Date | null {
  const changing = new ChangingRow(id, registeredAt, registeredMatter());
  const opinions: PreliminaryOpinion[] = [];
  const deliberates = until !== 'REGISTERED' && story.isPast(at(day, 16));
  for (const [index, body] of (deliberates ? STREET_BODY_KINDS : []).entries()) {
    const recordedAt = at(day, 14 + index);
    const act = actOf(THE_CLERK, recordedAt);
    // Those whom `fillBodies` has appointed: one for each category, and the head.
    requireConsultation(act, { body, members: MEMBER_CATEGORIES_OF[body].length + 1 });
    const opinion = { body, consulted: true, opinion: '【样例】经协商，原则同意' };
    changing.change(recordedAt, deliberatedMatter(act, changing.row, opinions, opinion));
    const held = meeting?.state === 'CLOSED' ? meeting : null;
    // Joint meetings have the matter on their agenda.
    if (held) requireMeetingOn(act, { title }, { ...held, isOnMatter: true });
    const meetingId = held?.id ?? null;
    story.add('PreliminaryOpinion', recordedAt, { majorMatterId: id, meetingId, ...opinion });
    opinions.push({ ...opinion, recordedAt });
  }
  const decidedAt = at(addDays(day, 5), 10);
  const isDecided = until === 'DECIDED' && deliberates && story.isPast(decidedAt);
  if (isDecided) {
    const decided = decidedMatter(actOf(THE_CLERK, decidedAt), changing.row, opinions, decidedAt);
    const { id: decisionId } = story.decide(decidedAt, 'MAJOR_MATTER', '【样例】同意');
    changing.change(decidedAt, { ...decided, decisionId });
  }
  story.write('MajorMatter', changing, { ...changing.values, title, content: `${title}：具体安排` });
  return isDecided ? decidedAt : null;
}
