import { ConfigurationError } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import { differencesOf, powersOf, type Finding } from './runtime-rights';
import type { TableAccessList } from './table-access';

/**
 * Refuses to serve as a role that could change the schema, or rows that are there for good: a mistake in the program
 * must not be able to, and who takes the program over must not either.
 *
 * @throws ConfigurationError with everything that the connected role may do and must not, or must and may not
 */
export async function requireRuntimeRole(database: DataSource, access: TableAccessList): Promise<void> {
  const [{ role }]: [{ role: string }] = await database.query('SELECT session_user AS role');
  const powers = await powersOf(database.manager, role);
  if (powers.length > 0) throw unfitRole(role, powers);
  const differences = await differencesOf(database.manager, role, access);
  if (differences.length > 0) throw wrongRights(role, differences);
}

/** The role itself is the wrong one: another has to serve. */
export const unfitRole = (role: string, findings: readonly Finding[]): ConfigurationError =>
  new ConfigurationError([
    `DATABASE_URL: 角色“${role}”${chinese(findings)}，不能用于提供服务。请在 DATABASE_URL 中另用一个没有这些权力的角色（如“${role}_runtime”），所有者写在 DATABASE_OWNER_URL 中 · ` +
      `the role "${role}" ${english(findings)}, so it must not serve. Use a role without these powers in DATABASE_URL (e.g. "${role}_runtime") and the owner in DATABASE_OWNER_URL`,
  ]);

const wrongRights = (role: string, findings: readonly Finding[]): ConfigurationError =>
  new ConfigurationError([
    `DATABASE_URL: 角色“${role}”的权限不对：${chinese(findings)}。请确认 DATABASE_URL 与 DATABASE_OWNER_URL 指向同一数据库，并撤销经由其他角色或 PUBLIC 授予的权限 · ` +
      `the role "${role}" has wrong privileges: ${english(findings)}. Check that DATABASE_URL and DATABASE_OWNER_URL point to the same database, and revoke privileges granted through other roles or PUBLIC`,
  ]);

/** A database that was never prepared lacks everything: a few say it as well as all. */
const SHOWN = 8;

const chinese = (findings: readonly Finding[]): string =>
  listed(
    findings.map((finding) => finding.chinese),
    '、',
    (left) => `等（另有 ${left} 项）`,
  );

const english = (findings: readonly Finding[]): string =>
  listed(
    findings.map((finding) => finding.english),
    ', ',
    (left) => ` and ${left} more`,
  );

const listed = (words: readonly string[], separator: string, more: (left: number) => string): string =>
  words.slice(0, SHOWN).join(separator) + (words.length > SHOWN ? more(words.length - SHOWN) : '');
