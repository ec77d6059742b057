import { escapeIdentifier, escapeLiteral } from 'pg';
import { roleOf } from './key';
import { settingsOf } from './settings';

/** Says in the comment of a role that it is a key's, and of which warehouse: roles are of the whole server. */
export const markOf = (database: string): string => `mtg: key of the warehouse ${database}`;

/** Statements that give a login the settings of a key. */
export const setSettings = (name: string, superuser: boolean): readonly string[] =>
  Object.entries(settingsOf(superuser)).map(
    ([setting, value]) =>
      `ALTER ROLE ${escapeIdentifier(roleOf(name))} SET ${setting} = ${escapeLiteral(value)}`,
  );
