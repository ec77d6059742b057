import { addDays, isoWeekOf, type IsoWeek, type LocalDay } from '@mtg/governance';
import { people, type YearStage } from './stage';

/** The text of each finding of a rule, as the street’s leader reads it. */
export async function said(stage: YearStage, rule: string): Promise<readonly string[]> {
  const query = `ruleFindings(filter: { rule: "${rule}" }) { nodes { message } }`;
  const { ruleFindings } = await stage.read(query, people.leader);
  return ruleFindings.nodes.map(({ message }: { message: string }) => message);
}

/** The weeks in which visits are found missing, each with the number of centers that stayed away (R24). */
export async function weeksWithoutVisits(stage: YearStage): Promise<Readonly<Record<string, number>>> {
  const counted: Record<string, number> = {};
  for (const finding of await stage.findings({ of: 'R24' })) {
    const [, week = '', , state] = finding.split(' ');
    if (state === 'OPEN') counted[week] = (counted[week] ?? 0) + 1;
  }
  return counted;
}

/** The spring festival of 2026: no day of this week is worked, so that it asks for nothing. */
const FESTIVAL: IsoWeek = '2026-W08';

/** So many weeks that ended before a day, each without visits of the seven centers, but for one. */
export function staysAway(day: LocalDay, count: number, visited?: IsoWeek): Readonly<Record<string, number>> {
  const weeks = Array.from({ length: count }, (_, ago) => isoWeekOf(addDays(day, -7 * (ago + 1))));
  return Object.fromEntries(
    weeks.filter((week) => week !== visited && week !== FESTIVAL).map((week) => [week, 7]),
  );
}
