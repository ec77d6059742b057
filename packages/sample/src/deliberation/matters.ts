import {
  addDays,
  decidedMatter,
  deliberatedMatter,
  MEMBER_CATEGORIES_OF,
  registeredMatter,
  requireConsultation,
  OPINION_VERDICT_LABELS,
  requireMeetingOn,
  STREET_BODY_KINDS,
  type BodyKind,
  type LocalDay,
  type PreliminaryOpinion,
} from '@mtg/governance';
import { at } from '../calendar';
import { ChangingRow } from '../changing-row';
import { THE_CLERK, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import type { UnitMember } from './bodies';
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
  /** In which the bodies consult; nothing is decided without one that was held. */
  readonly meeting?: HeldMeeting;
  readonly members: readonly UnitMember[];
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
  { meeting, members, day, until }: Course,
): Date | null {
  const changing = new ChangingRow(id, registeredAt, registeredMatter());
  const opinions: (PreliminaryOpinion & { readonly givenOn: LocalDay })[] = [];
  const consults = until !== 'REGISTERED' && meeting?.state === 'CLOSED' && story.isPast(at(day, 18));
  const held = consults ? meeting : null;
  for (const [index, body] of STREET_BODY_KINDS.entries()) {
    if (!held) break;
    const recordedAt = at(day, 16 + index);
    const act = actOf(THE_CLERK, recordedAt);
    // Joint meetings have the matter on their agenda; the special ones here are convened for it.
    requireMeetingOn(act, { title }, { ...held, isOnMatter: true });
    const verdict = story.randomFor(`${id}/${body}`).pick(['AGREED', 'AGREED_WITH_CHANGES'] as const);
    const text = `【样例】经协商，${OPINION_VERDICT_LABELS[verdict].zh}`;
    const attendance = attendanceOf(story, held, members, body);
    const opinion = {
      body,
      consulted: true,
      opinion: text,
      verdict,
      meetingId: held.id,
      ...attendance,
      givenOn: day,
    };
    // Those whom `fillBodies` has appointed: one for each category, and the head.
    requireConsultation(act, { ...opinion, members: MEMBER_CATEGORIES_OF[body].length + 1 });
    changing.change(recordedAt, deliberatedMatter(act, changing.row, opinions, opinion));
    story.add('PreliminaryOpinion', recordedAt, { majorMatterId: id, ...opinion });
    opinions.push({ ...opinion, recordedAt });
  }
  const decidedAt = at(addDays(day, 5), 10);
  const isDecided = until === 'DECIDED' && consults && story.isPast(decidedAt);
  if (isDecided) {
    const decided = decidedMatter(actOf(THE_CLERK, decidedAt), changing.row, {
      opinions,
      decidedAt,
      outcome: 'APPROVED',
    });
    const { id: decisionId } = story.decide(decidedAt, 'MAJOR_MATTER', '【样例】同意');
    changing.change(decidedAt, { ...decided, decisionId });
  }
  story.write('MajorMatter', changing, { ...changing.values, title, content: `${title}：具体安排` });
  return isDecided ? decidedAt : null;
}

/** Attendance of a body's member units at a meeting (R01). */
function attendanceOf(
  story: Story,
  { heldOn }: HeldMeeting,
  members: readonly UnitMember[],
  body: BodyKind,
): { readonly memberUnits: number; readonly unitsPresent: number } {
  const units = members.filter((member) => member.body === body).map(({ unit }) => unit);
  const present = story.presence.filter(
    ({ unit, day, attendance }) => day === heldOn && attendance === 'PRESENT' && units.includes(unit),
  );
  return { memberUnits: units.length, unitsPresent: new Set(present.map(({ unit }) => unit)).size };
}
