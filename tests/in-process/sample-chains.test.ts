import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSample, type SampleSettings } from '@mtg/sample';
import { STREET_MODULES } from '../support/definitions';

/** Delegations of departments go the whole way in the sample year of each street: to a community, and back as a report. */
const settings: SampleSettings = { scale: 1, seed: 1, until: '2026-11-23' };

type Row = Readonly<Record<string, unknown>>;

const communitiesOf = (dataFolder: string): readonly string[] =>
  [...readFileSync(join(dataFolder, 'communities.csv'), 'utf8').matchAll(/^\d{12}/gmu)].map(([code]) => code);

function tablesOf(street: Parameters<typeof generateSample>[0]): (name: string) => readonly Row[] {
  const tables = new Map<string, Row[]>();
  for (const { sheet } of generateSample(street, settings)) {
    for (const [name, rows] of sheet) tables.set(name, [...(tables.get(name) ?? []), ...rows]);
  }
  return (name) => tables.get(name) ?? [];
}

/** True if each moment is after the one before it. */
const isInOrder = (...moments: readonly unknown[]): boolean =>
  moments.every((moment, index) => index === 0 || Number(moments[index - 1]) < Number(moment));

const CONCLUDED: ReadonlySet<unknown> = new Set(['COMPLETED', 'CONFIRMED']);

/** The chains of a delegation, each from its submission to the report, with a visit before the community was done. */
function wholeChainsOf(delegation: Row, of: (name: string) => readonly Row[]): readonly Row[] {
  const referringTo = (name: string, column: string, row: Row): readonly Row[] =>
    of(name).filter((each) => each[column] === row['id']);
  const decision = of('CommitteeDecision').find(({ id }) => id === delegation['decisionId']);
  return referringTo('WorkOrder', 'delegationId', delegation).flatMap((order) => {
    const report = of('FeedbackReport').find(({ id }) => id === order['feedbackReportId']);
    if (!decision || !report || order['state'] !== 'CLOSED' || !CONCLUDED.has(delegation['state'])) return [];
    return referringTo('WeeklyItem', 'workOrderId', order).flatMap((item) =>
      referringTo('CommunityAssignment', 'weeklyItemId', item).filter((task) => {
        const done = referringTo('ProgressReport', 'assignmentId', task).find((each) => each['completed']);
        const batch = of('AssignmentBatch').find(({ id }) => id === task['batchId']);
        return referringTo('CommunityVisit', 'assignmentId', task).some((visit) =>
          isInOrder(
            delegation['createdAt'],
            decision['decidedAt'],
            order['createdAt'],
            item['createdAt'],
            item['decidedAt'],
            batch?.['issuedAt'],
            visit['createdAt'],
            done?.['createdAt'],
            report['createdAt'],
          ),
        );
      }),
    );
  });
}

test.each(STREET_MODULES)(
  '$name: much of what is delegated gets through a weekly meeting to a community, is visited, done, closed and reported',
  ({ listing: { code, title }, profile }) => {
    const communities = communitiesOf(profile.dataFolder);
    const of = tablesOf({ code, title, communities, localCenters: [], posts: [] });
    const orders = of('WorkOrder').filter(({ source }) => source === 'DELEGATION');
    expect(orders.length).toBeGreaterThan(15);
    const whole = of('Delegation').filter((delegation) => wholeChainsOf(delegation, of).length > 0);
    expect(whole.length).toBeGreaterThan(orders.length / 3);
    // It is one matter all along, in the community that was guided on it.
    for (const delegation of whole) {
      const guided = of('DelegationGuidance').filter(
        ({ delegationId, communityCode }) => delegationId === delegation['id'] && communityCode !== null,
      );
      const order = orders.find(({ delegationId }) => delegationId === delegation['id']);
      const items = of('WeeklyItem').filter(({ workOrderId }) => workOrderId === order?.['id']);
      const { title: matter } = delegation;
      expect([order, ...items].map((each) => each?.['title'])).toEqual([matter, ...items.map(() => matter)]);
      expect(items.flatMap((item) => item['communityCodes'])).toEqual(
        expect.arrayContaining(guided.map(({ communityCode }) => communityCode)),
      );
    }
  },
);
