import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import type { StreetProfile } from '../../../packages/street/src/foundation/street-profile';
import { profile } from '../../../subgraphs/dayu/src';
import { memberInOffice } from '../../support/appoint-past';
import { people } from '../../support/dispatch';
import { csv, pastYears, joint, weekly } from '../../support/past-years';
import { judgedSince } from '../../support/judged';

const { theStage, load, rows, count } = pastYears();

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
/** The Mondays of 2026, from 5 January to 28 December. */
const MONDAYS = Array.from({ length: 52 }, (_, week) => dayAfter('2026-01-05', 7 * week));

const verdicts = async (rule: string, subject = '%', street: StreetProfile = profile) => {
  await checkCadence(
    theStage().dayu.runtime.manager,
    theStage().clock.now(),
    street,
    judgedSince('2026-01-01'),
  );
  const found = await rows(
    `SELECT verdict, late, count(*)::int AS n FROM judgement WHERE rule = '${rule}' AND subject LIKE '${subject}'
     AND verdict IN ('KEPT', 'BROKEN') AND due_on <= '2027-01-03' GROUP BY verdict, late ORDER BY verdict`,
  );
  return found.map(
    ({ verdict, late, n }) => `${String(verdict)}${late === true ? ' late' : ''} ${String(n)}`,
  );
};

test('a whole year of a street is judged as it happened once it is imported, as recorded late', async () => {
  await theStage().must(
    'registerPerson',
    { name: '王敏', subject: 'wang', since: '2026-01-05' },
    people.clerk,
    'person { id }',
  );
  const [person] = await rows('SELECT id FROM person');
  await theStage().must(
    'appointToPost',
    { personId: person?.['id'], kind: 'STAFF', centerCode: 'HEALTH', since: '2026-01-05' },
    people.clerk,
    'postHolding { id }',
  );
  await memberInOffice(theStage().dayu.database, 'ENLARGED_WORKING_COMMITTEE', '大峪医院');
  expect(await verdicts('R21')).toEqual(['BROKEN 52']);
  expect(await verdicts('R02')).toEqual(['BROKEN 4']);
  expect(await verdicts('R24', 'HEALTH/王敏')).toEqual(['BROKEN 52']);

  const quarterly = ['2026-02-10', '2026-05-12', '2026-08-11', '2026-11-10'].flatMap((day) =>
    joint(day, '大峪医院'),
  );
  const meetings = csv([
    ...quarterly,
    ...MONDAYS.flatMap((day, week) => weekly(dayAfter(day, 4), { absent: week === 7 })),
  ]);
  expect(await load('meetings', meetings)).toEqual({ inserted: 56, updated: 0, unchanged: 0 });
  const visits = csv(
    MONDAYS.flatMap((monday) =>
      [0, 1, 2].map((offset) => ({
        day: dayAfter(monday, offset),
        center: '健康服务中心',
        community: '龙山一区',
        person: '王敏',
        form: '巡访',
        record: '走访三户',
        log: '路灯不亮',
        planned_on: dayAfter(monday, -3),
        route: '东边',
        actions: '查消防',
      })),
    ),
  );
  expect(await load('visits', visits)).toEqual({ inserted: 156, updated: 0, unchanged: 0 });
  // In the week in which a center was absent, it did not report.
  expect(await verdicts('R21')).toEqual(['BROKEN 1', 'KEPT late 51']);
  expect(await verdicts('R02')).toEqual(['KEPT late 4']);
  // Plans that the file states were not seen beforehand: a street decides whether it takes them.
  expect(await verdicts('R24', 'HEALTH/王敏')).toEqual(['BROKEN 52']);
  const taking = { ...profile, visits: { ...profile.visits, takesStatedPlans: true } };
  expect(await verdicts('R24', 'HEALTH/王敏', taking)).toEqual(['KEPT late 52']);

  // Once more, nothing changes.
  expect(await load('meetings', meetings)).toEqual({ inserted: 0, updated: 0, unchanged: 56 });
  expect(await load('visits', visits)).toEqual({ inserted: 0, updated: 0, unchanged: 156 });
  expect(await count('meeting', 'minutes', 'community_visit', 'visit_plan')).toEqual([56, 52, 156, 156]);
});
