import { isDeepStrictEqual } from 'node:util';
import { Client } from 'pg';
import { COMMUNITIES, STEPS, type Chain } from './chain';

/** Commands, each as `command number`, that should be on record once; and chains of which not all is there. */
export interface Aftermath {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly halves: readonly unknown[];
}

/** All that a chain leaves, once it is at its end. */
const WHOLE = {
  delegation: 'COMPLETED',
  guidance: 1 + COMMUNITIES.length,
  decisions: 1,
  projects: 1,
  orders: 1,
  order: 'CLOSED',
  version: 7,
  steps: 7,
  evidence: 1,
  meetings: 1,
  meeting: 'CLOSED',
  items: 1,
  item: 'PASSED',
  batches: 1,
  assignments: COMMUNITIES.length,
  completed: COMMUNITIES.length,
  reports: 1,
  isReported: true,
};

const FOUND = `
  SELECT d.document_number AS number, d.state AS delegation,
    (SELECT count(*)::int FROM delegation_guidance WHERE delegation_id = d.id) AS guidance,
    (SELECT count(*)::int FROM committee_decision WHERE number = '决定 ' || d.document_number) AS decisions,
    (SELECT count(*)::int FROM project WHERE title = d.document_number) AS projects,
    (SELECT count(*)::int FROM work_order WHERE delegation_id = d.id) AS orders,
    w.state AS order, w.version,
    (SELECT count(*)::int FROM work_order_event WHERE work_order_id = w.id) AS steps,
    (SELECT count(*)::int FROM evidence WHERE work_order_id = w.id) AS evidence,
    (SELECT count(*)::int FROM meeting WHERE title = d.document_number) AS meetings, m.state AS meeting,
    (SELECT count(*)::int FROM weekly_item WHERE title = d.document_number) AS items, i.state AS item,
    (SELECT count(*)::int FROM assignment_batch WHERE meeting_id = m.id) AS batches,
    (SELECT count(*)::int FROM community_assignment WHERE weekly_item_id = i.id) AS assignments,
    (SELECT count(*)::int FROM community_assignment WHERE weekly_item_id = i.id AND state = 'COMPLETED') AS completed,
    (SELECT count(*)::int FROM feedback_report WHERE title = d.document_number) AS reports,
    w.feedback_report_id IS NOT NULL AS "isReported"
  FROM delegation d LEFT JOIN work_order w ON w.delegation_id = d.id
  LEFT JOIN meeting m ON m.title = d.document_number LEFT JOIN weekly_item i ON i.meeting_id = m.id`;

/** Compares what clients were told with what a database has. */
export async function aftermathOf(ownerUrl: string, chains: readonly Chain[]): Promise<Aftermath> {
  const database = new Client({ connectionString: ownerUrl });
  await database.connect();
  try {
    const found = (await database.query<Record<string, unknown>>(FOUND)).rows;
    // Without those of the street's own tasks.
    const entries = await database.query<{ command: string; targets: string[] }>(
      `SELECT command, targets FROM audit_entry WHERE outcome = 'ALLOWED' AND role IS NOT NULL`,
    );
    const timesOf = (chain: Chain, command: string, name: string) =>
      entries.rows.filter(
        (entry) => entry.command === command && entry.targets.includes(chain.ids[name] ?? ''),
      ).length;
    const given = chains.flatMap((chain) =>
      STEPS.map(({ command, what, name = what }) => ({
        name: `${command} ${name} ${chain.number}`,
        times: timesOf(chain, command, name),
      })),
    );
    const known = new Map(found.map(({ number, ...rest }) => [number, rest]));
    return {
      lost: given.filter(({ times }) => times === 0).map(({ name }) => name),
      doubled: [
        ...given.filter(({ times }) => times > 1).map(({ name }) => name),
        // Unreported effects: a chain beside those of the clients, or a second row of one.
        ...found
          .filter(({ number }) => !chains.some((chain) => chain.number === number))
          .map(({ number }) => `submitDelegation ${String(number)}`),
        ...(entries.rows.length > given.length ? [`${entries.rows.length - given.length} entries`] : []),
      ],
      halves: chains
        .filter(({ number }) => !isDeepStrictEqual(known.get(number), WHOLE))
        .map(({ number }) => [number, known.get(number)]),
    };
  } finally {
    await database.end();
  }
}
