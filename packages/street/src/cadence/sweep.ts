import { runSystemTask, skipWhileLocked, type TransactionManager } from '@mtg/commands';
import { localDay, type LocalDay } from '@mtg/governance';
import type { PeriodicTask } from '@mtg/subgraph-kit';
import { KnownAppraisals } from '../district-references/known-appraisals';
import { KnownStart } from '../district-references/known-start';
import { knownAt, workCalendarNow } from '../district-references/known-of-district';
import { NOTHING_SAID, type SaidByDistrict } from '../district-references/said-by-district';
import type { StreetProfile } from '../foundation/street-profile';
import { examine } from './find';
import { recentDay } from './periods';
import { settleFindings, settleJudgements } from './settle';
import { SweepScopes, type SweepScope } from './sweep-scope';

/** The checks over time, again and again: what is due, what was kept and what was broken. */
export function cadenceTask(
  everySeconds: number,
  profile: StreetProfile,
  districtUrl?: string,
): PeriodicTask {
  const appraisals = new KnownAppraisals(districtUrl);
  const start = new KnownStart(districtUrl, profile.identity.code);
  const { departments } = knownAt(districtUrl);
  const scopes = new SweepScopes();
  return skipWhileLocked({
    name: 'check-cadence',
    everySeconds,
    run: async (context) => {
      // Before the task's turn: what waits for the district delays no command.
      const now = context.clock.now();
      const judgedSince = await start.now();
      // A street that has not heard from its district since it started knows nothing better than what it judged before.
      if (start.isUnheard) return [];
      const ofDistrict = {
        judgedSince,
        appraisalDays: await appraisals.days(),
        calendar: await workCalendarNow(districtUrl, now),
        departmentNames: await departments.namesNow(now),
      };
      const look = (database: Pick<TransactionManager, 'query'>, at: Date) =>
        scopes.scopeOf(database, [localDay(at), ofDistrict], recentDay(localDay(at)));
      // Where nothing was done since the last sweep, commands do not wait for this one.
      if ((await look(context.database, now)).scope === 'NONE') return [];
      let seen: Awaited<ReturnType<typeof look>>['seen'] | undefined;
      const written = await runSystemTask('checkCadence', context, async ({ manager }, at) => {
        const looked = await look(manager, at);
        ({ seen } = looked);
        return checkCadence(manager, at, profile, ofDistrict, looked.scope);
      });
      scopes.swept(seen);
      return written;
    },
  });
}

/**
 * Brings judgements and findings to what is so now. Repeated, it writes nothing.
 *
 * @param ofDistrict as the district said last
 * @param scope periods that are examined; others stay as they were judged
 * @returns identifiers of the rows that are new or changed
 */
export async function checkCadence(
  manager: TransactionManager,
  now: Date,
  profile: StreetProfile,
  ofDistrict: SaidByDistrict = NOTHING_SAID,
  scope: SweepScope = 'ALL',
): Promise<readonly string[]> {
  if (scope === 'NONE') return [];
  const asked = { manager, profile, today: localDay(now), ofDistrict, isRecent: scope === 'RECENT' };
  const written: string[] = [];
  // A street that has not begun, and is not to be judged, has nothing to be told.
  if (ofDistrict.judgedSince !== undefined || (await hasWorked(manager))) {
    const real = await examine({ ...asked, sample: false, since: ofDistrict.judgedSince });
    written.push(...(await settleJudgements(manager, now, false, real)));
    written.push(...(await settleFindings(manager, now, false, real)));
  }
  const sampleSince = await firstDayOfSample(manager);
  if (sampleSince === undefined) return written;
  const sample = await examine({ ...asked, sample: true, since: sampleSince });
  written.push(...(await settleJudgements(manager, now, true, sample)));
  return [...written, ...(await settleFindings(manager, now, true, sample))];
}

/** True once a person has given the street a command that was carried out. */
async function hasWorked(manager: TransactionManager): Promise<boolean> {
  const [row]: readonly { found: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT FROM audit_entry WHERE outcome = 'ALLOWED' AND role IS NOT NULL) AS found`,
  );
  return row?.found ?? false;
}

/** Sample data are judged from their first meeting on: no district sets a day for them. */
async function firstDayOfSample(manager: TransactionManager): Promise<LocalDay | undefined> {
  const [first]: readonly { day: string | null }[] = await manager.query(
    'SELECT min(held_on)::text AS day FROM meeting WHERE sample AND deleted_at IS NULL',
  );
  return first?.day ?? undefined;
}
