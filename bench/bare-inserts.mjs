/** Rows that a command writes at least: its row, its audit entry, the record of its key. */
const TABLES = ['delegation', 'audit_entry', 'idempotency_record'];

/**
 * Makes copies of the three tables, with their indexes and without their triggers, and takes the rows that one command
 * wrote as the pattern.
 *
 * @param {import('pg').Pool} pool of the street's owner
 * @returns a function that inserts the three rows in one transaction, each time with keys of their own
 */
export async function bareInserts(pool) {
  const statements = [];
  for (const table of TABLES) {
    await pool.query(`CREATE TABLE bench_${table} (LIKE ${table} INCLUDING ALL)`);
    const { rows } = await pool.query(`SELECT * FROM ${table} LIMIT 1`);
    const names = Object.keys(rows[0]);
    statements.push({
      name: `bench_${table}`,
      text: `INSERT INTO bench_${table} (${names.join()}) VALUES (${names.map((_, at) => `$${at + 1}`).join()})`,
      values: (number) => names.map((name) => valueOf(name, rows[0][name], number)),
    });
  }
  let number = 0;
  return async () => {
    number += 1;
    const own = number;
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      for (const { name, text, values } of statements)
        await client.query({ name, text, values: values(own) });
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
}

/** The pattern's value, but for what must be another each time. */
function valueOf(name, value, number) {
  if (name === 'id') return `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;
  if (name === 'sequence') return number;
  if (name === 'previous_hash' || name === 'hash') return String(number).padStart(64, '0');
  if (name === 'key' || name === 'document_number') return `bench-${number}`;
  return value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
    ? JSON.stringify(value)
    : value;
}
