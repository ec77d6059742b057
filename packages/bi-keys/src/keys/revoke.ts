import { READER_ROLE } from '@mtg/warehouse';
import { escapeIdentifier, type ClientBase } from 'pg';
import { KeyProblem } from './key-problem';
import { roleOf } from './key';

/**
 * Ends a key at every door: no row is read with it any more, its sessions end, and its login goes.
 *
 * @param owner connected to the warehouse as its owner
 * @throws KeyProblem where there is no such key
 */
export async function revokeKey(owner: ClientBase, name: string): Promise<void> {
  const { rowCount } = await owner.query(
    'UPDATE warehouse.key SET revoked_at = coalesce(revoked_at, now()) WHERE name = $1',
    [name],
  );
  if (rowCount === 0) {
    throw new KeyProblem('UNKNOWN', {
      zh: `没有密钥“${name}”；用 mtg bi keys 查看有哪些`,
      en: `There is no key “${name}”. mtg bi keys lists them`,
    });
  }
  const { rows } = await owner.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS found',
    [roleOf(name)],
  );
  if (!rows[0]?.found) return;
  const role = escapeIdentifier(roleOf(name));
  await owner.query(`ALTER ROLE ${role} NOLOGIN; REVOKE ${READER_ROLE} FROM ${role}`);
  // An owner that is no superuser may not end sessions. They read nothing any more, and end when they are idle.
  await owner
    .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1', [roleOf(name)])
    .catch(() => undefined);
  // One that was given something by hand stays, without a login.
  await owner.query(`DROP ROLE ${role}`).catch(() => undefined);
}
