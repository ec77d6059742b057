/**
 * All that initdb and the server get to see of the environment: a PGDATA, PGPORT or locale of the person who starts
 * the platform must not reach them, and their messages stay in English so that failures can be recognised.
 */
export const PROGRAM_ENVIRONMENT: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  LANG: 'C',
};
