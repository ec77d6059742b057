import { r02, r19, r20, r21, type LocalDay, type Period } from '@mtg/governance';
import { Any, Between, IsNull } from 'typeorm';
import { CenterReport } from '../deliberation/meetings/center-report';
import { Meeting } from '../deliberation/meetings/meeting';
import type { Asked, Examined } from './examined';

/** A meeting that was held. */
export interface Held {
  readonly id: string;
  readonly kind: Meeting['kind'];
  readonly heldOn: LocalDay;
  readonly isClosed: boolean;
}

export async function heldMeetings({ manager, today, since }: Asked): Promise<readonly Held[]> {
  const rows = await manager.find(Meeting, {
    select: { id: true, kind: true, heldOn: true, state: true },
    where: { heldOn: Between(since, today), sample: false, deletedAt: IsNull() },
  });
  return rows.flatMap(({ id, kind, heldOn, state }) =>
    heldOn === null ? [] : [{ id, kind, heldOn, isClosed: state === 'CLOSED' }],
  );
}

const ofKind = (meetings: readonly Held[], kind: Held['kind']): readonly Held[] =>
  meetings.filter((meeting) => meeting.kind === kind);

export function jointMeetings(
  { profile, today }: Asked,
  meetings: readonly Held[],
  quarter: Period,
): Examined {
  const violations = r02.check({ quarter, today, heldJointMeetings: ofKind(meetings, 'JOINT') });
  return { rule: 'R02', period: quarter, subject: profile.identity.code, violations };
}

export function retreats({ profile, today }: Asked, meetings: readonly Held[], year: Period): Examined {
  const violations = r19.check({ year, today, heldRetreats: ofKind(meetings, 'ANNUAL_RETREAT') });
  return { rule: 'R19', period: year, subject: profile.identity.code, violations };
}

export function progressMeetings(
  { profile, today, ofDistrict: { calendar } }: Asked,
  meetings: readonly Held[],
  progressMonth: Period,
): Examined {
  const closedMeetings = ofKind(meetings, 'MONTHLY_PROGRESS').filter(({ isClosed }) => isClosed);
  const violations = r20.check({ progressMonth, today, closedMeetings, calendar });
  return { rule: 'R20', period: progressMonth, subject: profile.identity.code, violations };
}

export async function weeklyMeetings(
  { manager, profile, today, ofDistrict: { calendar } }: Asked,
  meetings: readonly Held[],
  weeks: readonly Period[],
): Promise<readonly Examined[]> {
  const weekly = ofKind(meetings, 'WEEKLY');
  const reports = await manager.findBy(CenterReport, { meetingId: Any(weekly.map(({ id }) => id)) });
  const heldWithReports = weekly.map(({ id, heldOn }) => ({
    heldOn,
    reports: reports
      .filter(({ meetingId }) => meetingId === id)
      .map(({ centerCode: center, thisWeek, nextWeek, communityMatters }) => ({
        center,
        thisWeek,
        nextWeek,
        communityMatters,
      })),
  }));
  return weeks.map((week) => ({
    rule: 'R21',
    period: week,
    subject: profile.identity.code,
    violations: r21.check({ week, today, calendar, heldMeetings: heldWithReports }),
  }));
}
