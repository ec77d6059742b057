import { scramVerifier } from '@mtg/subgraph-kit';
import { READER_ROLE } from '@mtg/warehouse';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { KeyProblem } from './key-problem';
import { isKeyName, newSecret, roleOf, stateOf, type Key } from './key';
import { markOf, setSettings } from './login';

export interface KeyTerms {
  readonly name: string;
  readonly street: string | undefined;
  readonly expiresAt: Date;
}

const CONNECTIONS = 10;

/**
 * Makes a key: a login that reads the schema `bi` and nothing else. One that was revoked or has expired is replaced.
 *
 * @param owner connected to the warehouse as its owner
 * @returns the secret, which is kept nowhere
 * @throws KeyProblem where the name is taken, or the owner may not make logins
 */
export async function grantKey(owner: ClientBase, { name, street, expiresAt }: KeyTerms): Promise<string> {
  if (!isKeyName(name)) throw new KeyProblem('NAME', NAME_PROBLEM);
  const secret = newSecret();
  const verifier = scramVerifier(secret);
  await owner.query('BEGIN');
  try {
    // Two grants of one name: the second sees the first.
    await owner.query('LOCK TABLE warehouse.key IN SHARE ROW EXCLUSIVE MODE');
    await requireFree(owner, name);
    await owner.query(
      `INSERT INTO warehouse.key (name, street, verifier, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (name) DO UPDATE SET street = excluded.street, verifier = excluded.verifier,
         expires_at = excluded.expires_at, created_at = now(), revoked_at = NULL`,
      [name, street ?? null, verifier, expiresAt],
    );
    await makeRole(owner, name, verifier, expiresAt);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
  return secret;
}

async function requireFree(owner: ClientBase, name: string): Promise<void> {
  const { rows } = await owner.query<Pick<Key, 'revokedAt' | 'expiresAt'>>(
    'SELECT revoked_at AS "revokedAt", expires_at AS "expiresAt" FROM warehouse.key WHERE name = $1',
    [name],
  );
  const [known] = rows;
  if (known && stateOf(known, new Date(Date.now())) === 'VALID') {
    throw new KeyProblem('TAKEN', {
      zh: `已有密钥“${name}”；请另取一个名称，或先用 mtg bi revoke ${name} 撤销它`,
      en: `There is a key “${name}”. Choose another name, or revoke it first with mtg bi revoke ${name}`,
    });
  }
}

async function makeRole(owner: ClientBase, name: string, verifier: string, expiresAt: Date): Promise<void> {
  const { rows: owners } = await owner.query<{
    creates: boolean;
    superuser: boolean;
    database: string;
    readers: boolean;
  }>(
    `SELECT rolsuper OR rolcreaterole AS creates, rolsuper AS superuser, current_database() AS database,
       EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS readers
     FROM pg_roles WHERE rolname = current_user`,
    [READER_ROLE],
  );
  const [may] = owners;
  if (!may?.creates || !may.readers) throw new KeyProblem('RIGHTS', RIGHTS_PROBLEM);
  const role = escapeIdentifier(roleOf(name));
  const mark = markOf(may.database);
  const { rows } = await owner.query<{ comment: string | null }>(
    `SELECT shobj_description(oid, 'pg_authid') AS comment FROM pg_roles WHERE rolname = $1`,
    [roleOf(name)],
  );
  const [known] = rows;
  if (known && known.comment !== mark) {
    throw new KeyProblem('TAKEN', {
      zh: `数据库服务器上已有角色 ${roleOf(name)}，不属于这里的密钥；请另取一个名称`,
      en: `The database server has a role ${roleOf(name)} that is no key of this warehouse. Choose another name`,
    });
  }
  const terms = `LOGIN CONNECTION LIMIT ${CONNECTIONS} PASSWORD ${escapeLiteral(verifier)} VALID UNTIL ${escapeLiteral(expiresAt.toISOString())}`;
  await owner.query(
    [
      `${known ? 'ALTER' : 'CREATE'} ROLE ${role} ${terms}`,
      `COMMENT ON ROLE ${role} IS ${escapeLiteral(mark)}`,
      ...setSettings(name, may.superuser),
      // Its rights come with the membership; it cannot become the role.
      `GRANT ${READER_ROLE} TO ${role} WITH INHERIT TRUE, SET FALSE`,
      `GRANT CONNECT ON DATABASE ${escapeIdentifier(may.database)} TO ${READER_ROLE}`,
    ].join(';\n'),
  );
}

const NAME_PROBLEM = {
  zh: '名称须以小写字母开头，只含小写字母、数字和下划线，最多 40 个字符，且不以 bi_ 开头，也不是 reader',
  en: 'A name begins with a small letter and has small letters, digits and underscores only, 40 characters at most. It must not begin with bi_ or be “reader”',
};

const RIGHTS_PROBLEM = {
  zh: '数据仓库的所有者无权创建角色，或尚无角色 bi_reader；请数据库管理员授予 CREATEROLE，并重新启动 insight',
  en: 'The owner of the warehouse may not create roles, or there is no role bi_reader yet. Ask the database administrator to grant it CREATEROLE, and restart insight',
};
