import { daysOf, localDay, yearOf, type RestOnMeeting } from '@mtg/governance';
import type { Meeting } from '../../deliberation/meetings/meeting';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Project } from './project';

/** Charters that an annual retreat drew up in its year (R19). */
export async function chartersOn(
  transaction: StreetTransaction,
  { id: retreatMeetingId }: Meeting,
): Promise<readonly RestOnMeeting[]> {
  const projects = await transaction.list(Project, { retreatMeetingId });
  return projects.map(({ title, createdAt }) => {
    const year = yearOf(localDay(createdAt));
    const says = {
      zh: `${year} 年的项目书“${title}”由该务虚会订立(R19)`,
      en: `The retreat drew up the charter “${title}” of ${year} (R19)`,
    };
    return { ...daysOf(year), says };
  });
}
