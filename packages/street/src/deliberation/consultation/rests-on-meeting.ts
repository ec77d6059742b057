import { localDay, requireStillConsulted, type RestOnMeeting } from '@mtg/governance';
import type { StreetTransaction } from '../../foundation/street-commands';
import { membersInOffice } from '../bodies/members-in-office';
import { CenterReport } from '../meetings/center-report';
import { Difficulty } from '../meetings/difficulty';
import type { Meeting } from '../meetings/meeting';
import type { CorrectedAt } from '../meetings/rests-on-meeting';
import { Minutes } from '../minutes/minutes';
import { AnnualNotice } from '../yearly/annual-notice';
import { attendanceOf } from './attendance-of-body';
import { PreliminaryOpinion } from './preliminary-opinion';

/** Finds what bodies said in a meeting, and the solutions and documents that followed it (R01, R04, R06). */
export async function deliberationsOn(
  transaction: StreetTransaction,
  meeting: Meeting,
  corrected: CorrectedAt,
): Promise<readonly RestOnMeeting[]> {
  const inMeeting = { meetingId: meeting.id };
  const minutes = await transaction.list(Minutes, inMeeting);
  const notices = await transaction.list(AnnualNotice, inMeeting);
  return [
    ...(await opinionsOn(transaction, meeting, corrected)),
    ...(await solutionsAfter(transaction, meeting)),
    ...minutes.flatMap(({ number, issuedAt }) => {
      if (issuedAt === null) return [];
      const last = localDay(issuedAt);
      const name = number ?? '';
      return [
        {
          last,
          says: { zh: `会议纪要${name}于 ${last} 印发`, en: `Minutes ${name} were issued on ${last}` },
        },
      ];
    }),
    ...notices.map(({ title, issuedOn: last }) => ({
      last,
      says: {
        zh: `年度通报“${title}”于 ${last} 发布`,
        en: `The annual notice “${title}” was issued on ${last}`,
      },
    })),
  ];
}

/** A body consults with its members of the day, of whom units attended (R01). */
async function opinionsOn(
  transaction: StreetTransaction,
  meeting: Meeting,
  { field }: CorrectedAt,
): Promise<readonly RestOnMeeting[]> {
  const opinions = await transaction.list(PreliminaryOpinion, { meetingId: meeting.id });
  for (const { body, consulted } of opinions) {
    if (!consulted) continue;
    const attendance = await attendanceOf(transaction, meeting, body);
    requireStillConsulted(transaction, {
      body,
      field,
      members: await membersInOffice(transaction, [body], meeting.heldOn ?? undefined),
      memberUnits: attendance?.memberUnits ?? 0,
      unitsPresent: attendance?.unitsPresent ?? 0,
    });
  }
  return opinions.map(({ givenOn: last }) => ({
    last,
    says: { zh: `协商意见作出于 ${last}`, en: `An opinion on it was given on ${last}` },
  }));
}

/** A difficulty that was reported to it is solved on its day or later. */
async function solutionsAfter(
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
): Promise<readonly RestOnMeeting[]> {
  const rests: RestOnMeeting[] = [];
  for (const { id: reportId } of await transaction.list(CenterReport, { meetingId })) {
    for (const { solvedOn: last } of await transaction.list(Difficulty, { reportId })) {
      if (last === null) continue;
      rests.push({
        last,
        says: {
          zh: `会上提出的困难于 ${last} 解决`,
          en: `A difficulty reported to it was solved on ${last}`,
        },
      });
    }
  }
  return rests;
}
