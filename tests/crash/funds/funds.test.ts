import { setTimeout as sleep } from 'node:timers/promises';
import { runsOf } from '../../support/runs';
import { eventually } from '../../support/wait';
import { fundsAftermath } from './aftermath';
import { startMortalBooks, type MortalBooks } from './mortal-books';
import { Treasury } from './treasury';

/** `SEQUENCES=100` gives ten thousand. */
const OPERATIONS = runsOf(100);
const OFFICIALS = 6;
/** Operations between two kills. */
const BETWEEN_KILLS = 25;

let books: MortalBooks;
beforeAll(async () => {
  books = await startMortalBooks();
});
afterAll(() => books.stop());

interface Kills {
  district: number;
  street: number;
  connections: number;
  inTransactions: number;
  duringOperations: number;
}

/** Kills in turn each side's process and each side's database connections, at no particular moment. */
async function killOnce(round: number, treasury: Treasury, kills: Kills): Promise<void> {
  await sleep(Math.random() * 30);
  if (treasury.inFlight > 0) kills.duringOperations += 1;
  const side = round % 2 === 0 ? 'dayu' : 'district';
  if (round % 4 < 2) {
    kills[side === 'dayu' ? 'street' : 'district'] += 1;
    await books.kill(side);
    return;
  }
  kills.connections += 1;
  kills.inTransactions += await books.terminate(side);
}

/** The district has heard of every answer. */
async function untilReconciled(): Promise<void> {
  await eventually(
    'the district has taken over every answer',
    async () => {
      const answered = await books.query(
        'dayu',
        'SELECT transfer_id AS id FROM fund_receipt UNION ALL SELECT recall_id FROM fund_recall_answer',
      );
      const open = await books.query(
        'district',
        `SELECT id FROM fund_transfer WHERE state = 'OFFERED' UNION ALL SELECT id FROM fund_recall WHERE state = 'REQUESTED'`,
      );
      const ids = new Set(answered.map(({ id }) => id));
      return !open.some(({ id }) => ids.has(id));
    },
    60_000,
  );
}

test(`${OPERATIONS} operations on the funds of two sides that are killed: no 分 is lost or spent twice (R31)`, async () => {
  const treasury = new Treasury(books);
  const kills: Kills = { district: 0, street: 0, connections: 0, inTransactions: 0, duringOperations: 0 };
  await treasury.open();
  const work = Promise.all(Array.from({ length: OFFICIALS }, () => treasury.work(OPERATIONS)));
  for (let round = 0; (round + 1) * BETWEEN_KILLS < OPERATIONS; round += 1) {
    const due = (round + 1) * BETWEEN_KILLS;
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await Promise.race([
      eventually('operations are answered', () => treasury.operations >= due, 120_000).then(() =>
        killOnce(round, treasury, kills),
      ),
      work,
    ]);
  }
  await work;
  await untilReconciled();

  const { missingFen, ...aftermath } = await fundsAftermath(books, treasury);
  process.stdout.write(
    `funds: ${treasury.operations} operations, ${treasury.refused} refused, ${treasury.retries} retries; ` +
      `kill -9: ${kills.street} times the street and ${kills.district} times the district, connections ended ${kills.connections} times ` +
      `(${kills.inTransactions} in a transaction), ${kills.duringOperations} times during operations; ` +
      `${Object.entries(treasury.written)
        .map(([row, ids]) => `${ids.size} ${row}`)
        .join(', ')}; ${aftermath.lost.length} lost, ${aftermath.doubled.length} doubled, ` +
      `${aftermath.overdrawn.length} overdrawn, ${aftermath.differences.length} differences, ${missingFen} 分 missing\n`,
  );
  expect({ ...aftermath, missingFen }).toEqual({
    lost: [],
    doubled: [],
    overdrawn: [],
    differences: [],
    missingFen: 0n,
  });
  // It would be no proof if nothing had been in progress, nor if no limit had been met.
  expect(kills.duringOperations).toBeGreaterThan(0);
  expect(treasury.refused).toBeGreaterThan(0);
  for (const row of ['fundTransfer', 'fundReceipt', 'expenditure']) {
    expect(treasury.written[row]?.size).toBeGreaterThan(0);
  }
});
