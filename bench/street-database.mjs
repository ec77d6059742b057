/** Access to the street's database for bench/database-attacks.mjs, by its owner's URL. */
import { Client } from 'pg';

/** Runs something with a session of the street's owner. */
async function withDatabase(url, run) {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

/** The variables of an attack's query, those from the database among them. */
export async function variablesOf({ variables, sql = {} }, url) {
  const found = { ...variables };
  for (const [name, statement] of Object.entries(sql)) {
    const { rows } = await withDatabase(url, (client) => client.query(statement));
    found[name] = rows[0]?.value;
  }
  return found;
}

/** Has another session hold a table from now on, where an attack says so; `ended` when it has let go. */
export async function holdTable({ locked, seconds }, url) {
  if (locked === undefined) return undefined;
  let held;
  const isHeld = new Promise((resolve) => (held = resolve));
  const ended = withDatabase(url, async (client) => {
    await client.query('BEGIN');
    await client.query(`LOCK TABLE ${locked} IN ACCESS EXCLUSIVE MODE`);
    held();
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    await client.query('ROLLBACK');
  });
  await isHeld;
  return { ended };
}
