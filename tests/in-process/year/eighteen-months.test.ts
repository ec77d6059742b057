import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workCalendarOf, workingDaysOf, type WorkCalendar } from '@mtg/governance';
import { checkCadence } from '../../../packages/street/src/cadence/sweep';
import { definition, profile } from '../../../subgraphs/dayu/src';
import { judgedSince } from '../../support/judged';
import { ROOT } from '../../support/project';
import { loadTestSubgraph, type LoadedSubgraph } from '../../support/test-subgraph';
import { DILIGENT, LAZY, RecordedStreet, type Habits } from '../../support/year/recorded-street';

const FIRST = '2025-01-01';
const MONTHS = Array.from(
  { length: 18 },
  (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
);

/** The official holidays, as the district has them. */
const calendar: WorkCalendar = workCalendarOf(
  readFileSync(join(ROOT, 'subgraphs/district/data/working-calendar.csv'), 'utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [day = '', kind] = line.split(',');
      return kind === 'HOLIDAY' || kind === 'WORKED' ? [[day, kind] as const] : [];
    }),
);
const ofDistrict = {
  ...judgedSince(FIRST),
  calendar,
  appraisalDays: new Map([['2025', '2025-12-10']]),
};

interface Walked {
  readonly street: LoadedSubgraph;
  readonly recorded: RecordedStreet | undefined;
}

const walked: Record<string, Walked> = {};
beforeAll(async () => {
  const all: readonly (readonly [string, Habits | undefined])[] = [
    ['diligent', DILIGENT],
    ['lazy', LAZY],
    ['idle', undefined],
  ];
  for (const [name, habits] of all) {
    const street = await loadTestSubgraph(definition);
    const recorded = habits && new RecordedStreet(street, habits, calendar);
    await recorded?.begin('2024-12-30');
    if (name === 'diligent') await recorded?.live('2024-12');
    walked[name] = { street, recorded };
  }
});
afterAll(async () => {
  for (const { street } of Object.values(walked)) await street.close();
});

/** Lives a month, and judges on the day after its last. @returns what was judged, `R02 2025-Q1 KEPT`, each rule and period once */
async function judged(name: string, month: string, onDay: string): Promise<readonly string[]> {
  const { street, recorded } = walked[name] ?? {};
  if (!street) throw new Error(name);
  await recorded?.live(month);
  await checkCadence(street.runtime.manager, new Date(`${onDay}T01:00:00Z`), profile, ofDistrict);
  const rows = await street.store.query(
    `SELECT DISTINCT rule, period, verdict, late FROM judgement WHERE verdict <> 'NOT_JUDGED' ORDER BY rule, period`,
  );
  return rows.map(({ rule, period, verdict, late }) =>
    [rule, period, late === true ? 'LATE' : verdict].join(' '),
  );
}

const endsWith = (text: string) => (each: string) => each.endsWith(text);
const odd = (period: string): boolean => Number(/\d+$/u.exec(period)?.[0]) % 2 === 1;

/** The lazy street's answer, told from its habits. */
function lazyAnswer(each: string): string | undefined {
  const [rule = '', period = ''] = each.split(' ');
  const by = (kept: boolean) => (kept ? 'KEPT' : 'BROKEN');
  if (rule === 'R02' || rule === 'R20' || rule === 'R18') return by(odd(period));
  if (rule === 'R21') return by(odd(period));
  if (rule === 'R24') return by(workingDaysOf(period, calendar).length <= 2);
  // Its plans for a year follow its retreat of May; those for odd months come on the twentieth, which is too late.
  if (rule === 'R17') return by(period.length > 4 && !odd(period));
  return undefined;
}

test.each(MONTHS)(
  'at the end of %s: the diligent keeps, the lazy breaks what it left out, the idle breaks all',
  async (month) => {
    const next = MONTHS[MONTHS.indexOf(month) + 1] ?? '2026-07';
    const day = `${next}-01`;
    const diligent = await judged('diligent', month, day);
    expect(diligent.filter((each) => !each.endsWith(' KEPT'))).toEqual([]);

    const idle = await judged('idle', month, day);
    expect(idle.filter((each) => !each.endsWith(' BROKEN'))).toEqual([]);
    // It has no link that would ask it for consultations; all else is asked of it as of the diligent.
    const asked = (all: readonly string[]) =>
      all.map((each) => each.slice(0, each.lastIndexOf(' '))).filter((each) => !each.startsWith('R18'));
    expect(asked(idle)).toEqual(asked(diligent));

    const lazy = await judged('lazy', month, day);
    for (const each of lazy) {
      const answer = lazyAnswer(each);
      if (answer !== undefined) expect(each).toBe(`${each.slice(0, each.lastIndexOf(' '))} ${answer}`);
    }
    expect(lazy.filter(endsWith('BROKEN')).length).toBeGreaterThan(0);
  },
);

/** Rule, and how often it was kept and broken. */
test.each([
  [
    'diligent',
    'R02 6 0, R04 1 0, R14 1 0, R16 1 0, R17 140 0, R18 18 0, R19 2 0, R20 17 0, R21 76 0, R24 532 0, R29 126 0',
  ],
  [
    'lazy',
    'R02 3 3, R04 0 1, R14 0 1, R16 0 1, R17 63 77, R18 9 9, R19 0 2, R20 9 8, R21 38 38, R24 14 518, R29 54 72',
  ],
  [
    'idle',
    'R02 0 6, R04 0 1, R14 0 1, R16 0 1, R17 0 140, R19 0 2, R20 0 17, R21 0 76, R24 0 532, R29 0 126',
  ],
])(
  'what the eighteen months say of the %s street, with a finding on each broken rule',
  async (name, said) => {
    const { store } = walked[name]?.street ?? {};
    const rows = await store?.query(
      `SELECT rule, count(*) FILTER (WHERE verdict = 'KEPT')::int AS kept,
       count(*) FILTER (WHERE verdict = 'BROKEN')::int AS broken
     FROM judgement WHERE verdict IN ('KEPT', 'BROKEN') GROUP BY rule ORDER BY rule`,
    );
    expect((rows ?? []).map(({ rule, kept, broken }) => [rule, kept, broken].join(' ')).join(', ')).toBe(
      said,
    );
    const without = await store?.query(
      `SELECT rule, period, subject FROM judgement WHERE verdict = 'BROKEN'
     EXCEPT SELECT rule, period, subject FROM rule_finding WHERE state = 'OPEN'`,
    );
    expect(without).toEqual([]);
  },
);

test.each([
  ['R14', '2025', '应于 2025-12-09 前（含当日）完成，到 2025-12-12 才完成'],
  ['R17', '2025-03', '应于 2025-03-01 前（含当日）完成，到 2025-03-20 才完成'],
  ['R17', '2025', '应于 2025-03-31 前（含当日）完成，到 2025-05-12 才完成'],
  ['R19', '2025', '应于 2025-03-31 前（含当日）完成，到 2025-05-12 才完成'],
  ['R17', '2026', '没有2026年的计划'],
])('the finding of the lazy street on %s in %s says: %s', async (rule, period, message) => {
  const rows = await walked['lazy']?.street.store.query(
    `SELECT message FROM rule_finding WHERE rule = '${rule}' AND period = '${period}'`,
  );
  expect(rows?.map((row) => String(row['message'])).filter((each) => !each.includes(message))).toEqual([]);
  expect(rows).not.toEqual([]);
});
