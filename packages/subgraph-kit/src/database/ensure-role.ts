import type { ConfigurationError } from '@mtg/service-kit';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { EntityManager } from 'typeorm';
import { scramVerifier } from './scram';

/** A role that a subgraph makes for a login of its configuration. */
export interface ManagedRole {
  readonly role: string;
  readonly password: string | undefined;
  /** Comment of the role, which tells the roles that were made here from those of an administrator. */
  readonly mark: string;
  /** Attributes of a new role. */
  readonly attributes: string;
  /** Attributes that a role made here has again at each start. */
  readonly again?: string;
  /** Condition on `pg_roles` under which the owner may make it. */
  readonly creatable: string;
  readonly isOwner: (role: string) => ConfigurationError;
  readonly isMissing: (role: string, owner: string) => ConfigurationError;
}

interface KnownRole {
  readonly comment: string | null;
  readonly manageable: boolean;
}

/**
 * Makes a role where the owner may, and has the password of one that was made here follow the configuration.
 *
 * @throws ConfigurationError when the role is the owner, or is missing and cannot be made
 */
export async function ensureRole(manager: EntityManager, managed: ManagedRole): Promise<void> {
  const [owner]: [{ name: string; creates: boolean }] = await manager.query(
    `SELECT rolname AS name, ${managed.creatable} AS creates FROM pg_roles WHERE rolname = current_user`,
  );
  if (owner.name === managed.role) throw managed.isOwner(managed.role);
  const [existing]: readonly KnownRole[] = await manager.query(
    `SELECT shobj_description(oid, 'pg_authid') AS comment,
       pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION') AS manageable
     FROM pg_roles WHERE rolname = $1`,
    [managed.role],
  );
  const role = escapeIdentifier(managed.role);
  const password =
    managed.password === undefined ? '' : `PASSWORD ${escapeLiteral(scramVerifier(managed.password))}`;
  if (existing) {
    const changes = `${managed.again ?? ''} ${password}`.trim();
    // One that an administrator made is the administrator's; its password is not ours to set.
    if (existing.comment !== managed.mark || !existing.manageable || changes === '') return;
    await manager.query(`ALTER ROLE ${role} ${changes}`);
    return;
  }
  if (!owner.creates) throw managed.isMissing(managed.role, owner.name);
  await manager.query(`CREATE ROLE ${role} ${managed.attributes} ${password}`);
  await manager.query(`COMMENT ON ROLE ${role} IS ${escapeLiteral(managed.mark)}`);
}
