import { randomBytes } from 'node:crypto';

/** A key as it is listed. The secret itself is kept nowhere. */
export interface Key {
  readonly name: string;
  /** The only street whose rows it reads, besides the district's; all without it. */
  readonly street: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

export type KeyState = 'VALID' | 'EXPIRED' | 'REVOKED';

/** Names that a key may have: they are a part of the name of a role. */
export const isKeyName = (name: string): boolean =>
  /^[a-z][a-z0-9_]{0,39}$/.test(name) && !name.startsWith('bi_') && name !== 'reader';

/** The login of a key at the warehouse. */
export const roleOf = (name: string): string => `bi_${name}`;

export const stateOf = (
  { revokedAt, expiresAt }: Pick<Key, 'revokedAt' | 'expiresAt'>,
  now: Date,
): KeyState => (revokedAt !== null ? 'REVOKED' : expiresAt <= now ? 'EXPIRED' : 'VALID');

/** 192 bits, of letters that a URL takes as they are. */
export const newSecret = (): string => randomBytes(24).toString('base64url');
