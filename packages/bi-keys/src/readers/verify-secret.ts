import { createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(pbkdf2);

const VERIFIER = /^SCRAM-SHA-256\$(\d+):([^$]+)\$([^:]+):/;

/** True if a secret is the one of a verifier as PostgreSQL keeps it. Takes as long whether it is or not. */
export async function isSecretOf(verifier: string, secret: string): Promise<boolean> {
  const [, iterations = '', salt = '', stored = ''] = VERIFIER.exec(verifier) ?? [];
  const salted = await derive(
    secret.normalize('NFKC'),
    Buffer.from(salt, 'base64'),
    Number(iterations),
    32,
    'sha256',
  );
  const clientKey = createHmac('sha256', salted).update('Client Key').digest();
  const given = createHash('sha256').update(clientKey).digest();
  const expected = Buffer.from(stored, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
