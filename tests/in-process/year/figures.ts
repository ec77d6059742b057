import { CENTERS } from '../../support/year/meetings';
import type { Linked } from '../../support/year/planning';
import { people, type YearStage } from '../../support/year/stage';

/** A year that has passed: the links and the orders that were made in it. */
interface Year {
  readonly stage: YearStage;
  readonly links: readonly Linked[];
  readonly orders: readonly string[];
}

/** Statistics and the platform’s own record say of a year just what was done in it. */
export function showsItsFigures(year: () => Year): void {
  test('meetings, plans and consultations', async () => {
    const { stage, links } = year();
    const held = await stage.dayu.store.query(
      `SELECT kind, count(*)::int AS closed FROM meeting WHERE state = 'CLOSED' GROUP BY kind ORDER BY kind`,
    );
    expect(held).toEqual([
      { kind: 'ANNUAL_RETREAT', closed: 1 },
      { kind: 'JOINT', closed: 3 },
      { kind: 'MONTHLY_PROGRESS', closed: 11 },
      { kind: 'WEEKLY', closed: 52 },
    ]);
    const { planCounts, consultationCounts } = await stage.read(
      `planCounts(year: 2026) { centerCode kind due adopted inTime }
       consultationCounts(year: 2026) { centerCode departmentCode due held }`,
      people.leader,
    );
    const planned = CENTERS.flatMap((centerCode) => [
      { centerCode, kind: 'YEAR', due: 1, adopted: 1, inTime: 1 },
      { centerCode, kind: 'MONTH', due: 12, adopted: 12, inTime: centerCode === 'HEALTH' ? 11 : 12 },
    ]);
    expect(planCounts).toHaveLength(planned.length);
    expect(planCounts).toEqual(expect.arrayContaining(planned));
    expect(consultationCounts).toEqual(
      links.map(({ subject }) => {
        const [centerCode, departmentCode] = subject.split('/');
        return { centerCode, departmentCode, due: 12, held: 12 };
      }),
    );
  });

  test('orders, services, money and enforcement', async () => {
    const { stage, orders } = year();
    const states = '{ totalCount nodes { state } }';
    const read = await stage.read(
      `delegations ${states} supportIssues ${states} serviceProjects ${states} workOrders ${states}
       fundStatistics(year: 2026) { kind acknowledged spent left }
       enforcementStatistics(year: 2026) { kind month actions }
       departmentStatistics(year: 2026) { department { code } given done late attended }`,
      people.leader,
    );
    expect(read).toEqual({
      delegations: { totalCount: 1, nodes: [{ state: 'CONFIRMED' }] },
      supportIssues: { totalCount: 1, nodes: [{ state: 'CONFIRMED' }] },
      serviceProjects: { totalCount: 1, nodes: [{ state: 'EVALUATED' }] },
      workOrders: { totalCount: 4, nodes: orders.map(() => ({ state: 'CLOSED' })) },
      fundStatistics: [
        { kind: 'COMMUNITY_SERVICES', acknowledged: '40000.00', spent: '17800.50', left: '22199.50' },
      ],
      enforcementStatistics: [{ kind: 'SAFETY_HAZARD', month: '2026-07', actions: 1 }],
      departmentStatistics: [
        { department: { code: 'JUSTICE' }, given: 4, done: 4, late: 1, attended: 3 },
        { department: { code: 'PUBLIC_SECURITY' }, given: 0, done: 0, late: 0, attended: 3 },
      ],
    });
  });

  test('all of it by commands, each carried out and on record', async () => {
    const { stage } = year();
    const counted: number[] = [];
    for (const { store } of [stage.dayu, stage.district]) {
      const [row] = await store.query(
        `SELECT count(*)::int AS all, count(*) FILTER (WHERE outcome <> 'ALLOWED')::int AS refused
         FROM audit_entry WHERE role IS NOT NULL`,
      );
      expect(row?.['refused']).toBe(0);
      counted.push(Number(row?.['all']));
    }
    expect((counted[0] ?? 0) + (counted[1] ?? 0)).toBe(stage.count.commands);
    expect(stage.count.commands).toBeGreaterThan(1000);
  });
}
