import type { TransactionManager } from '@mtg/commands';
import { amountOf, fenOf } from '@mtg/governance';
import { at } from '../calendar';
import type { LoadContext } from '../load-context';
import { titled } from '../people';
import { Random } from '../random';
import { runSampleTask } from '../sample-task';
import type { SampleSettings } from '../settings';
import { row, type DistrictRow } from './district-row';
import { appraisalRows, REMOVE_APPRAISALS } from './appraisal-year';
import { procurementRows, REMOVE_PROCUREMENT } from './procurement-rows';
import { sampleLines, sampleTransfers, type SampleTransfer } from './funds-year';

const OFFICE = 'sample:district-office';

/**
 * Loads the district's side of the sample years of streets: the budgets, and the transfers to them with their answers.
 * What is there already stays as it is.
 *
 * @param all codes of all streets, whose transfers the budgets cover
 * @param streets codes of those that were loaded with the same settings
 * @returns how many rows were written
 */
export async function loadDistrictSample(
  context: LoadContext,
  settings: SampleSettings,
  { all, streets }: { readonly all: readonly string[]; readonly streets: readonly string[] },
): Promise<number> {
  const now = at(settings.until, 0);
  const everything = all.flatMap((code) => sampleTransfers(settings, code));
  let written = 0;
  await runSampleTask(
    'loadSample',
    context,
    async ({ manager }) => {
      const add = async (table: string, rows: readonly DistrictRow[]) => {
        written += await insert(manager, table, rows);
      };
      const budgets = budgetsFor(settings, everything);
      await add('budget', budgets.budgets);
      await add('budget_line', budgets.lines);
      for (const [table, rows] of [...procurementRows(settings), ...appraisalRows(settings)])
        await add(table, rows);
      for (const code of streets) {
        const transfers = sampleTransfers(settings, code);
        await add(
          'fund_transfer',
          transfers.map((each) => transferRow(each, code, now)),
        );
        await add(
          'fund_recall',
          transfers.flatMap((each) => recallRow(each, now)),
        );
      }
      return written > 0 ? [new Random(`district/${settings.seed}/${settings.until}`).idAt(now)] : [];
    },
    { ...settings },
  );
  return written;
}

/** Removes the district's side of the sample years of these streets, and budgets that no transfer is left of. */
export async function removeDistrictSample(
  context: LoadContext,
  streets: readonly string[],
): Promise<number> {
  let removed = 0;
  await runSampleTask('removeSample', context, async ({ manager }) => {
    const ofStreets = `sample AND street_code = ANY ($1)`;
    const statements: readonly (readonly [string, readonly unknown[]])[] = [
      [
        `DELETE FROM fund_recall WHERE sample AND transfer_id IN (SELECT id FROM fund_transfer WHERE ${ofStreets})`,
        [streets],
      ],
      [`DELETE FROM fund_transfer WHERE ${ofStreets}`, [streets]],
      [
        `DELETE FROM budget_line line WHERE sample AND NOT EXISTS (SELECT FROM fund_transfer WHERE budget_line_id = line.id)`,
        [],
      ],
      [
        `DELETE FROM budget WHERE sample AND NOT EXISTS (SELECT FROM budget_line WHERE budget_id = budget.id)`,
        [],
      ],
      ...[...REMOVE_PROCUREMENT, ...REMOVE_APPRAISALS].map((text) => [text, []] as const),
    ];
    for (const [text, values] of statements) {
      const [, count]: [unknown, number] = await manager.query(text, [...values]);
      removed += count;
    }
    return removed > 0 ? [new Random(`district/${streets.join()}`).idAt(context.clock.now())] : [];
  });
  return removed;
}

async function insert(
  manager: TransactionManager,
  table: string,
  rows: readonly DistrictRow[],
): Promise<number> {
  const found: readonly unknown[] = await manager.query(
    `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [JSON.stringify(rows)],
  );
  return found.length;
}

/** A budget for each year, with a quarter more than what the streets get. */
function budgetsFor(settings: SampleSettings, transfers: readonly SampleTransfer[]) {
  const years = [...new Set(transfers.map(({ line }) => line.year))];
  const budgetOf = (year: number) => {
    const approvedOn = `${year - 1}-12-20`;
    const id = new Random(
      `budget/${settings.seed}/${settings.scale}/${settings.until}/${year}/document`,
    ).idAt(at(approvedOn, 10));
    return { id, year, approvedOn, recordedAt: at(approvedOn, 15) };
  };
  return {
    budgets: years.map(budgetOf).map(({ id, year, approvedOn, recordedAt }) =>
      row(id, recordedAt, {
        year,
        document_number: `样例门政发〔${year}〕1号（${settings.seed}-${settings.scale}-${settings.until}）`,
        document_title: titled(`${year}年度社会建设项目资金预算的批复`),
        approved_on: approvedOn,
        recorded_by: OFFICE,
      }),
    ),
    lines: years.flatMap((year) => {
      const budget = budgetOf(year);
      return sampleLines(settings, year).map(({ id, name, kind }) => {
        const given = transfers.filter(({ line }) => line.id === id);
        const fen = given.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
        return row(id, budget.recordedAt, {
          budget_id: budget.id,
          year,
          name,
          kind,
          amount: amountOf((fen * 5n) / 4n),
          reverses_id: null,
          reason: null,
        });
      });
    }),
  };
}

function transferRow(
  { id, line, voucher, amount, offeredAt, answeredAt }: SampleTransfer,
  street: string,
  now: Date,
): DistrictRow {
  const isAnswered = answeredAt < now;
  const values = { budget_line_id: line.id, street_code: street, voucher, amount, purpose: line.name };
  const answer = {
    state: isAnswered ? 'ACKNOWLEDGED' : 'OFFERED',
    answered_at: isAnswered ? answeredAt : null,
  };
  return row(
    id,
    offeredAt,
    { ...values, ...answer, offered_by: OFFICE },
    isAnswered ? answeredAt : offeredAt,
  );
}

function recallRow({ id, recall }: SampleTransfer, now: Date): readonly DistrictRow[] {
  if (!recall || recall.requestedAt >= now) return [];
  const { amount, requestedAt, answeredAt, outcome } = recall;
  const isAnswered = answeredAt < now;
  const values = { transfer_id: id, amount, reason: titled('年内结余'), requested_by: OFFICE };
  const answer = { state: isAnswered ? outcome : 'REQUESTED', answered_at: isAnswered ? answeredAt : null };
  return [row(recall.id, requestedAt, { ...values, ...answer }, isAnswered ? answeredAt : requestedAt)];
}
