import type { CommandTransaction } from '@mtg/commands';
import type { MajorMatterDeployment } from '@mtg/governance';
import { CommitteeDecision } from '../decisions/committee-decision';
import { MajorMatter } from '../matters/major-matter';
import { AgendaItem } from '../meetings/agenda-item';
import type { Meeting } from '../meetings/meeting';
import type { MinutesItem } from './minutes-item';

/**
 * The major matters that an item of minutes follows from, as rule R01 looks at them: the one that the meeting was
 * convened for, and that of the item of the agenda that it names; all of the agenda when it names none.
 */
export async function mattersOfItem(
  transaction: CommandTransaction,
  meeting: Meeting,
  { agendaNumber }: MinutesItem,
): Promise<MajorMatterDeployment['matters']> {
  const agenda = await transaction.list(AgendaItem, { meetingId: meeting.id });
  const concerned = agenda.filter(({ number }) => agendaNumber === null || number === agendaNumber);
  const ids = new Set([meeting, ...concerned].flatMap(({ majorMatterId }) => majorMatterId ?? []));
  const matters = [];
  for (const id of ids) {
    const matter = await transaction.find(MajorMatter, { id });
    if (!matter) throw new Error(`the major matter ${id} of a meeting is gone`);
    const { title, decisionId } = matter;
    const decision =
      decisionId === null ? null : await transaction.find(CommitteeDecision, { id: decisionId });
    matters.push({ title, outcome: decision?.outcome });
  }
  return matters;
}
