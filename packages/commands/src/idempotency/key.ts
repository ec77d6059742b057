import { refuse } from '@mtg/service-kit';

const LONGEST = 255;

/**
 * The value of an `Idempotency-Key` header. The draft (draft-ietf-httpapi-idempotency-key-header) writes it as a string
 * in double quotes; many clients leave them out, and both mean the same key.
 *
 * @throws PublicError BAD_USER_INPUT when it is empty, too long, or not printable ASCII
 */
export function readIdempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = /^"(?<quoted>.*)"$/.exec(header.trim())?.groups?.['quoted'] ?? header.trim();
  if (key.length >= 1 && key.length <= LONGEST && /^[\x21-\x7e]+$/.test(key)) return key;
  throw refuse.inWords(
    'BAD_USER_INPUT',
    `Idempotency-Key：须为 1 到 ${LONGEST} 个可见 ASCII 字符，如一个 UUID · must be 1 to ${LONGEST} visible ASCII characters, such as a UUID`,
    { field: 'Idempotency-Key' },
  );
}
