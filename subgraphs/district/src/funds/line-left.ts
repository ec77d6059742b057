import type { CommandTransaction } from '@mtg/commands';
import type { Amount } from '@mtg/governance';

/** Balance of a budget line as the database counts it: not committed to any street. */
export async function leftOfLine({ manager }: CommandTransaction, id: string): Promise<Amount> {
  const [row]: readonly { left: Amount }[] = await manager.query('SELECT budget_line_left($1) AS left', [id]);
  if (!row) throw new Error(`budget line ${id} has no balance`);
  return row.left;
}
