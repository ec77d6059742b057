import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError, makeFolder } from '@mtg/service-kit/basics';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

export const SIGNING_ALGORITHM = 'ES256';

const SigningKey = z
  .object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    kid: z.string(),
  })
  .readonly();

/** The private key of the development issuer, as a JWK. */
export type SigningKey = z.infer<typeof SigningKey>;

/** The public part of the key. */
export const publicPart = ({ kty, crv, x, y, kid }: SigningKey) => ({
  kty,
  crv,
  x,
  y,
  kid,
  alg: SIGNING_ALGORITHM,
  use: 'sig',
});

const fileIn = (dataDirectory: string): string => join(dataDirectory, 'identity', 'signing-key.json');

/**
 * The key of a data directory.
 *
 * @returns undefined when there is none yet
 * @throws ConfigurationError when others may read it, or it is no key
 */
export function readSigningKey(dataDirectory: string): SigningKey | undefined {
  const file = fileIn(dataDirectory);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
  if ((statSync(file).mode & 0o077) !== 0) {
    throw new ConfigurationError([
      `${file}: 其他用户可以读取签名私钥。若确认未泄露，请运行 chmod 600；否则请删除，平台会新建（旧令牌随之失效） · Other users may read the signing key. Run chmod 600 if it cannot have leaked. Otherwise remove it, and the platform creates a new one (old tokens become invalid)`,
    ]);
  }
  const { data } = SigningKey.safeParse(parsed(text));
  if (data) return data;
  throw new ConfigurationError([
    `${file}: 文件内容不是签名私钥。请删除，平台会新建 · The file does not contain a signing key. Remove it, and the platform creates a new one`,
  ]);
}

/** The key of a data directory, made the first time; of two that make one at once, the first to be there counts. */
export async function ensureSigningKey(dataDirectory: string): Promise<SigningKey> {
  const existing = readSigningKey(dataDirectory);
  if (existing) return existing;
  const made = await makeKey();
  const file = fileIn(dataDirectory);
  makeFolder(dirname(file), 0o700);
  chmodSync(dirname(file), 0o700);
  // Written aside and linked into place: readers never see half a key, nor lose the one that tokens were signed with.
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readSigningKey(dataDirectory) ?? made;
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  return SigningKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
