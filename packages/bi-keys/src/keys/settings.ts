/** Settings of a key's sessions. A session may change them for itself; what it may read it cannot. */
const SETTINGS: Readonly<Record<string, string>> = {
  statement_timeout: '5min',
  default_transaction_read_only: 'on',
  idle_session_timeout: '30min',
  idle_in_transaction_session_timeout: '2min',
  search_path: 'bi',
  timezone: 'Asia/Shanghai',
};

/** Sorts that spill to the disk of all; only a superuser may say so. */
const TEMPORARY_LIMIT = '10GB';

/** @param superuser true if the owner of the warehouse is one */
export const settingsOf = (superuser: boolean): Readonly<Record<string, string>> => ({
  ...SETTINGS,
  ...(superuser && { temp_file_limit: TEMPORARY_LIMIT }),
});
