import { claimantOf, EXIT } from '@mtg/subgraph-kit';
import { INSIGHT } from '@mtg/subgraphs';
import type { QueryRunner } from 'typeorm';
import { CommandFailure } from '../command-failure';

const refuse = (chinese: string, english: string): CommandFailure =>
  new CommandFailure(
    EXIT.DATA,
    `未恢复，数据库未改动：${chinese} · Not restored. The database is unchanged: ${english}`,
  );

/**
 * Makes sure that the schema `public` is empty: it is, or what is in it is moved to a schema beside it, which only its owner
 * may enter.
 *
 * @returns name of that schema; undefined when there was nothing to move
 * @throws CommandFailure when the database is not empty and may not be replaced, is another subgraph's, or is in use
 */
export async function makeRoom(
  runner: QueryRunner,
  subgraph: string,
  replace: boolean,
): Promise<string | undefined> {
  const [{ filled }]: [{ filled: boolean }] = await runner.query(
    `SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace) AS filled`,
  );
  if (!filled) return undefined;
  const claimant = await claimantOf(runner);
  if (claimant !== undefined && claimant !== subgraph)
    throw refuse(
      `它属于子图“${claimant}”，而备份是“${subgraph}”的`,
      `it belongs to the subgraph "${claimant}", but the backup is of "${subgraph}"`,
    );
  if (!replace)
    throw refuse(
      '它不是空的。请恢复到新建的空数据库，或用 --replace 将现有数据移到一旁的模式中',
      'it is not empty. Restore into a new, empty database, or use --replace to move its data to another schema',
    );
  const [{ others }]: [{ others: number }] = await runner.query(
    `SELECT count(*)::int AS others FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  if (others > 0)
    throw refuse(
      `还有 ${others} 个连接在使用它。请先停止“${subgraph}”和“${INSIGHT.name}”`,
      `it has ${others} other connections. Stop "${subgraph}" and "${INSIGHT.name}" first`,
    );
  return moveAside(runner);
}

async function moveAside(runner: QueryRunner): Promise<string> {
  const [{ name }]: [{ name: string }] = await runner.query(
    `SELECT 'before_restore_' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISS') AS name`,
  );
  const grantees: readonly { grantee: string }[] = await runner.query(
    `SELECT DISTINCT CASE WHEN grantee = 0 THEN 'PUBLIC' ELSE grantee::regrole::text END AS grantee
     FROM pg_namespace, aclexplode(nspacl) WHERE nspname = 'public' AND grantee <> nspowner`,
  );
  for (const { grantee } of grantees) await runner.query(`REVOKE ALL ON SCHEMA public FROM ${grantee}`);
  await runner.query(`ALTER SCHEMA public RENAME TO ${name}`);
  await runner.query('CREATE SCHEMA public');
  await runner.query('GRANT USAGE ON SCHEMA public TO PUBLIC');
  return name;
}
