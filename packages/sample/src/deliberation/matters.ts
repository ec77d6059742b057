import { addDays, majorMatterMachine, r01, STREET_BODY_KINDS, type LocalDay } from '@mtg/governance';
import { at } from '../calendar';
import { titled } from '../people';
import { keep, stepOf } from '../rules';
import type { Story } from '../story';
import type { HeldMeeting } from './hold-meeting';

export interface Registered {
  readonly id: string;
  readonly title: string;
  readonly registeredAt: Date;
}

/** A major matter gets its id; what became of it is written by `considerMatter`. */
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
  let state = majorMatterMachine.creation.to;
  let updatedAt = registeredAt;
  let version = 1;
  const opinions = [];
  const deliberates = until !== 'REGISTERED' && story.isPast(at(day, 16));
  for (const [index, body] of (deliberates ? STREET_BODY_KINDS : []).entries()) {
    const recordedAt = at(day, 14 + index);
    const outcome = index === 0 ? 'REGISTERED' : 'DELIBERATED';
    ({ to: state } = stepOf(majorMatterMachine, state, 'recordPreliminaryOpinion', outcome));
    const opinion = { body, consulted: true, opinion: '【样例】经协商，原则同意' };
    const meetingId = meeting?.state === 'CLOSED' ? meeting.id : null;
    story.add('PreliminaryOpinion', recordedAt, { majorMatterId: id, meetingId, ...opinion });
    opinions.push({ ...opinion, recordedAt });
    [updatedAt, version] = [recordedAt, version + 1];
  }
  const decidedAt = at(addDays(day, 5), 10);
  let decisionId: string | null = null;
  if (until === 'DECIDED' && deliberates && story.isPast(decidedAt)) {
    keep(r01.check({ opinions, decidedAt }));
    ({ to: state } = stepOf(majorMatterMachine, state, 'decideMajorMatter'));
    decisionId = story.decide(decidedAt, 'MAJOR_MATTER', '【样例】同意').id;
    [updatedAt, version] = [decidedAt, version + 1];
  }
  const values = { state, title, content: `${title}：具体安排`, decisionId };
  story.add('MajorMatter', registeredAt, values, { id, updatedAt, version });
  return decisionId === null ? null : decidedAt;
}
