import { sha256Of } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';

/** State of an entry of a file: not imported yet, imported as it is, or imported with other values. */
type EntryState = 'NEW' | 'SAME' | 'OTHER';

const digest = (text: string): string => sha256Of(Buffer.from(text));

/**
 * Entries that were imported, by digests of their names: a name may hold a person’s. Only the owner of the tables reads
 * them.
 */
export class EntryLog {
  private constructor(
    private readonly manager: EntityManager,
    private readonly name: string,
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  static async of(manager: EntityManager, name: string, keys: readonly string[]): Promise<EntryLog> {
    const rows: readonly { key: string; content: string }[] = await manager.query(
      'SELECT import_key AS key, content FROM imported_entry WHERE import = $1 AND import_key = ANY ($2)',
      [name, keys.map(digest)],
    );
    return new EntryLog(manager, name, new Map(rows.map(({ key, content }) => [key, content])));
  }

  stateOf(key: string, content: string): EntryState {
    const known = this.known.get(digest(key));
    if (known === undefined) return 'NEW';
    return known === digest(content) ? 'SAME' : 'OTHER';
  }

  async add(key: string, content: string, rowId: string, at: Date): Promise<void> {
    await this.manager.query(
      'INSERT INTO imported_entry (import, import_key, content, row_id, imported_at) VALUES ($1, $2, $3, $4, $5)',
      [this.name, digest(key), digest(content), rowId, at],
    );
  }
}
