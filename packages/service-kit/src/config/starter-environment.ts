/** An environment, such as `process.env`. */
type Mutable = Record<string, string | undefined>;

/**
 * Read by PostgreSQL's clients and by `pg`, in place of what a connection's address leaves open: `PGSSLMODE`,
 * `PGOPTIONS`, `PGPASSWORD`, and a native driver that is not installed.
 */
const OF_POSTGRES = /^(PG|NODE_PG_)/;

/** Names and addresses of this machine. The lists that Node reads match whole names, and names that end in one with a dot. */
const LOOPBACK = ['localhost', '.localhost', '127.0.0.1', '::1', '[::1]'];

/** Node reads the one in small letters and, only where that is not set, the other. */
const NO_PROXY = ['no_proxy', 'NO_PROXY'] as const;

/**
 * Takes out of an environment what libraries read of it unasked, so that a database is reached as its address says and
 * this machine without a proxy. Hosts beyond this machine are reached through a proxy where the environment asks for one.
 *
 * @returns names of the variables that were taken out
 *
 * @example
 * shieldFromStarter({ PGSSLMODE: 'require', https_proxy: 'http://proxy:3128' }); // ['PGSSLMODE']
 */
export function shieldFromStarter(environment: Mutable): readonly string[] {
  const removed = Object.keys(environment).filter((name) => OF_POSTGRES.test(name));
  for (const name of removed) delete environment[name];
  reachDirectly(LOOPBACK, environment);
  return removed;
}

/** Adds hosts to those that no proxy is asked for. */
export function reachDirectly(hosts: readonly string[], environment: Mutable): void {
  const [first, second] = NO_PROXY;
  const listed = (environment[first] ?? environment[second] ?? '')
    .split(/[\s,]+/)
    .filter((host) => host !== '');
  if (listed.includes('*')) return;
  const all = [...new Set([...listed, ...hosts])].join(',');
  for (const name of NO_PROXY) environment[name] = all;
}
