import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { roleOf } from '../keys/key';
import { setSettings } from '../keys/login';
import { settingsOf } from '../keys/settings';
import { readLogins, readOwner, type Login } from './read-logins';

/** A login that was not as granted, and in what. */
export interface Restored {
  readonly login: string;
  readonly settings: boolean;
  readonly password: boolean;
}

/**
 * Makes the logins of keys as they were granted: PostgreSQL lets every role change its own settings and password, for all
 * sessions to come.
 *
 * @param owner connected to the warehouse as its owner
 * @param unseen set passwords too that the owner may not see
 * @returns the logins that had been changed
 */
export async function restoreLogins(owner: ClientBase, unseen = false): Promise<readonly Restored[]> {
  const self = await readOwner(owner);
  const isWrong = (login: Login): boolean =>
    hasOtherSettings(login, self.superuser) ||
    hasOtherPassword(login) ||
    (unseen && login.password === undefined);
  if (!(await readLogins(owner, self)).some(isWrong)) return [];
  await owner.query('BEGIN');
  try {
    // A grant or a revocation that is under way ends first.
    await owner.query('LOCK TABLE warehouse.key IN SHARE ROW EXCLUSIVE MODE');
    const wrong = (await readLogins(owner, self)).filter(isWrong);
    for (const login of wrong) await owner.query(restoring(login, self.superuser).join(';\n'));
    await owner.query('COMMIT');
    return wrong
      .map((login) => ({
        login: roleOf(login.name),
        settings: hasOtherSettings(login, self.superuser),
        password: hasOtherPassword(login),
      }))
      .filter(({ settings, password }) => settings || password);
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

const hasOtherPassword = ({ password, verifier }: Login): boolean =>
  password !== undefined && password !== verifier;

function hasOtherSettings({ settings }: Login, superuser: boolean): boolean {
  if (settings.some(({ database }) => database !== null)) return true;
  const granted = Object.entries(settingsOf(superuser)).map(([name, value]) => `${name}=${value}`);
  const found = settings.flatMap(({ values }) => values.map(lowerName)).filter(superuser ? Boolean : isOwn);
  return found.length !== granted.length || granted.some((setting) => !found.includes(setting));
}

/** PostgreSQL writes some names with capitals. */
const lowerName = (setting: string): string => setting.replace(/^[^=]*/, (name) => name.toLowerCase());

/** Only a superuser may set this one, for a key as well. */
const isOwn = (setting: string): boolean => !setting.startsWith('temp_file_limit=');

function restoring({ name, verifier, settings }: Login, superuser: boolean): readonly string[] {
  const role = escapeIdentifier(roleOf(name));
  const within = settings.flatMap(({ database }) => (database === null ? [] : [database]));
  return [
    ...within.map((database) => `ALTER ROLE ${role} IN DATABASE ${escapeIdentifier(database)} RESET ALL`),
    `ALTER ROLE ${role} RESET ALL`,
    ...setSettings(name, superuser),
    `ALTER ROLE ${role} PASSWORD ${escapeLiteral(verifier)}`,
  ];
}
