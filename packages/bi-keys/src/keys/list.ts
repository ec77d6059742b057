import type { ClientBase } from 'pg';
import type { Key } from './key';

/** All keys, by name. */
export async function listKeys(client: Pick<ClientBase, 'query'>): Promise<readonly Key[]> {
  const { rows } = await client.query<Key>(
    `SELECT name, street, created_at AS "createdAt", expires_at AS "expiresAt", revoked_at AS "revokedAt"
     FROM warehouse.key ORDER BY name`,
  );
  return rows;
}
