import { comparisonForm, startOfDay, VISIT_FORM_LABELS, type LocalDay } from '@mtg/governance';
import type { CsvRecord } from '@mtg/subgraph-kit';
import { CommunityVisit } from '../../community-work/visits/community-visit';
import { planVisit } from '../../community-work/visits/commands/plan-visit';
import { recordVisit } from '../../community-work/visits/commands/record-visit';
import { VisitPlan } from '../../community-work/visits/visit-plan';
import { isoDay } from '../../foundation/file-values';
import { groupedBy, type PastImport, type PastTools } from '../past-import';
import { asInput, type PastLine } from '../past-line';
import { rowOf } from '../past-steps';
import { VISIT_COLUMNS } from './visit-columns';

/** Visits of past years, each by its visitor, with its record, log and plan (R24). */
export const visitImport: PastImport = {
  name: 'importVisits',
  columns: VISIT_COLUMNS,
  keyColumn: 'day',
  entriesOf: (records, { note }) => {
    const grouped = groupedBy(records, visitOf);
    for (const { lines } of grouped) {
      for (const { line } of lines.slice(1)) {
        note({
          line,
          column: 'day',
          reason: `与第 ${lines[0]?.line} 行是同一人同日在同一社区的走访，请合为一行 · the same visit as in line ${lines[0]?.line}: one person, day and community. Join the two lines`,
        });
      }
    }
    return grouped.filter(({ lines }) => lines.length === 1);
  },
  enter: async ({ lines }, tools) => {
    const [record] = lines;
    return record && enterVisit(tools.read(record), tools);
  },
};

/** A visit is told apart by day, center, community and person. */
const visitOf = ({ values: { day = '', center = '', community = '', person = '' } }: CsvRecord): string =>
  [isoDay(day), ...[center, community, person].map(comparisonForm)].join('\n');

/** A visit as a line states it, once all of it can be read. */
interface Visit {
  readonly day: LocalDay;
  readonly center: string;
  readonly community: string;
  readonly person: string;
}

const COLUMNS = {
  centerCode: 'center',
  communityCode: 'community',
  communityCodes: 'community',
  people: 'person',
  sentimentLogs: 'log',
  text: 'log',
  planId: 'planned_on',
};

async function enterVisit(line: PastLine, { manager, steps }: PastTools): Promise<string | undefined> {
  const visit = readVisit(line);
  const form = line.choice('form', VISIT_FORM_LABELS);
  const plannedOn = line.day('planned_on');
  if (visit && plannedOn !== null && plannedOn >= visit.day) {
    line.wrong('planned_on', {
      zh: `R24：计划制定日期 ${plannedOn} 不早于走访日期 ${visit.day}。进社区须事先安排：请更正，没有计划的留空`,
      en: `R24: the plan of ${plannedOn} is not earlier than the visit on ${visit.day}. A visit is planned beforehand: correct it, or leave it empty where there was no plan`,
    });
  }
  if (!visit || !line.isSound) return undefined;
  const { day, center, community, person } = visit;
  const as = { subject: person, role: 'CENTER_STAFF', center } as const;
  const place = { as, line: line.line, column: 'day', columns: COLUMNS };
  const where = { centerCode: center, day: asInput(day) };
  let planId: string | null = null;
  if (plannedOn !== null) {
    const plan = {
      ...where,
      people: [person],
      communityCodes: [community],
      route: line.text('route'),
      actions: line.text('actions'),
    };
    // On the day on which it was made, so that the rule asks whether that was beforehand (R24).
    const planned = await steps.give(planVisit, plan, {
      ...place,
      columns: { ...COLUMNS, day: 'planned_on' },
      at: startOfDay(plannedOn),
      isStamped: true,
    });
    if (!planned) return undefined;
    planId = rowOf(planned, 'visitPlan', VisitPlan).id;
    await manager.update(VisitPlan, { id: planId }, { importedAt: steps.recordedAt });
  }
  const log = { topic: line.text('topic'), theme: line.text('theme'), text: line.text('log') };
  const recorded = await steps.give(
    recordVisit,
    {
      ...where,
      communityCode: community,
      form,
      planId,
      record: line.text('record'),
      sentimentLogs: log.text === null ? [] : [log],
    },
    place,
  );
  return recorded && rowOf(recorded, 'communityVisit', CommunityVisit).id;
}

function readVisit(line: PastLine): Visit | undefined {
  const day = line.requiredDay('day');
  const center = given(line, 'center', line.center('center'));
  const community = given(line, 'community', line.community('community'));
  const person = given(line, 'person', line.person('person'));
  if (day === null || center === null || community === null || person === null) return undefined;
  return { day, center, community, person };
}

function given(line: PastLine, column: string, value: string | null): string | null {
  if (value !== null || line.text(column) !== null) return value;
  return line.wrong(column, { zh: '没有填写，请补充', en: 'This is missing. Add it' });
}
