import { runSystemTask, skipWhileLocked, type TableSet, type TransactionManager } from '@mtg/commands';
import { localDay } from '@mtg/governance';
import type { PeriodicTask } from '@mtg/subgraph-kit';
import type { StreetProfile } from '../foundation/street-profile';
import { KnownAppraisals } from '../district-references/known-appraisals';
import { knownAt, workCalendarNow } from '../district-references/known-of-district';
import { NOTHING_SAID, type SaidByDistrict } from '../district-references/said-by-district';
import type { Examined } from './examined';
import { examine } from './find';
import { firstDayOfWork } from './first-day-of-work';

/** The checks over time, again and again: what is found is opened, what is mended is resolved. */
export function cadenceTask(
  everySeconds: number,
  profile: StreetProfile,
  tables: TableSet,
  districtUrl?: string,
): PeriodicTask {
  const appraisals = new KnownAppraisals(districtUrl);
  const { departments } = knownAt(districtUrl);
  return skipWhileLocked({
    name: 'check-cadence',
    everySeconds,
    run: async (context) => {
      // Before the task's turn: what waits for the district delays no command.
      const ofDistrict = {
        appraisalDays: await appraisals.days(),
        calendar: await workCalendarNow(districtUrl, context.clock.now()),
        departmentNames: await departments.namesNow(context.clock.now()),
      };
      return runSystemTask('checkCadence', context, (transaction, now) =>
        checkCadence(transaction.manager, now, profile, tables, ofDistrict),
      );
    },
  });
}

/**
 * Brings the findings to what is so now. Repeated, it writes nothing.
 *
 * @param tables in which work is recorded
 * @param ofDistrict as the district said last
 * @returns identifiers of the findings that were opened, reworded or resolved
 */
export async function checkCadence(
  manager: TransactionManager,
  now: Date,
  profile: StreetProfile,
  tables: TableSet,
  ofDistrict: SaidByDistrict = NOTHING_SAID,
): Promise<readonly string[]> {
  const since = await firstDayOfWork(manager, tables);
  if (since === undefined) return [];
  const examined = await examine({ manager, profile, today: localDay(now), since, ofDistrict });
  const written: string[] = [];
  for (const each of examined) written.push(...(await settle(manager, now, each)));
  return written;
}

async function settle(
  manager: TransactionManager,
  now: Date,
  { rule, period, subject, violations }: Examined,
): Promise<readonly string[]> {
  if (violations.length === 0) {
    return idsOf(
      await manager.query(
        `UPDATE rule_finding SET state = 'RESOLVED', resolved_at = $1, updated_at = $1, version = version + 1
         WHERE rule = $2 AND period = $3 AND subject = $4 AND state = 'OPEN' RETURNING id`,
        [now, rule, period, subject],
      ),
    );
  }
  const message = violations.map(({ message: { zh, en } }) => `${zh} · ${en}`).join('\n');
  return idsOf(
    await manager.query(
      `INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
       VALUES ($1, $1, $2, $3, $4, 'OPEN', $5)
       ON CONFLICT (rule, period, subject) DO UPDATE
         SET state = 'OPEN', message = $5, resolved_at = NULL, updated_at = $1, version = rule_finding.version + 1
         WHERE rule_finding.state <> 'OPEN' OR rule_finding.message <> $5
       RETURNING id`,
      [now, rule, period, subject, message],
    ),
  );
}

/** TypeORM gives the rows of an INSERT, and rows with their number for an UPDATE. */
const idsOf = (answer: unknown): string[] => {
  const rows = (Array.isArray(answer) && Array.isArray(answer[0]) ? answer[0] : answer) as { id: string }[];
  return rows.map(({ id }) => id);
};
