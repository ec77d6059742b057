/** Privileges of the serving role on the rows of a table. The preparing role has all. */
export type TableAccess = 'OWNER_ONLY' | 'READ_ONLY' | 'APPEND_ONLY' | 'WORK' | 'PURGEABLE';

/** The access of each table by its name in SQL. */
export type TableAccessList = Readonly<Record<string, TableAccess>>;

/**
 * As PostgreSQL names them. Work rows end, they are not deleted; and the serving role never empties a table, makes a
 * trigger on it or points a foreign key to it.
 */
export const PRIVILEGES: Readonly<Record<TableAccess, readonly string[]>> = {
  OWNER_ONLY: [],
  READ_ONLY: ['SELECT'],
  APPEND_ONLY: ['SELECT', 'INSERT'],
  WORK: ['SELECT', 'INSERT', 'UPDATE'],
  PURGEABLE: ['SELECT', 'INSERT', 'DELETE'],
};
