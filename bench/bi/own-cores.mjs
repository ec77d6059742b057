/**
 * Puts a street and the warehouse onto cores of their own, as they would have in a deployment, so that the street is
 * slowed by being followed and not by sharing its core. By `taskset` of Linux.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const run = (...options) => spawnSync('taskset', options, { stdio: 'ignore' }).status === 0;

/** True if processes can be put onto cores here. */
export const hasCores = availableParallelism() > 1 && run('--version');

/** Measures while the street, its database and this process have the first core, and the warehouse the second. */
export async function onOwnCores({ part, street, client }, measure) {
  const ofStreet = [process.pid, part('dayu').pid, ...(await sessionsOf(street))];
  const ofWarehouse = [part('insight').pid, ...(await sessionsOf(client))];
  place('0', ofStreet);
  place('1', ofWarehouse);
  try {
    return await measure();
  } finally {
    place(`0-${availableParallelism() - 1}`, [...ofStreet, ...ofWarehouse]);
  }
}

/** Processes of a database. New ones begin on the cores of its first. */
async function sessionsOf(client) {
  const { rows } = await client.query(
    `SELECT current_setting('data_directory') AS folder, array(SELECT pid FROM pg_stat_activity) AS pids`,
  );
  const [first] = readFileSync(join(rows[0].folder, 'postmaster.pid'), 'utf8').split('\n');
  return [Number(first), ...rows[0].pids];
}

/** Those that have ended meanwhile are left out. */
function place(cores, pids) {
  for (const pid of pids) run('-a', '-c', '-p', cores, String(pid));
}
