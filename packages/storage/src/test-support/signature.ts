import { createHash, createHmac } from 'node:crypto';

/** A request as it arrived at a storage server. */
export interface ReceivedRequest {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Encodes as AWS's documentation says: all but A-Z a-z 0-9 - . _ ~ */
const encoded = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9\-._~]/.test(character)
        ? character
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/**
 * The signature that a request must have (AWS Signature Version 4), written after AWS's documentation and apart from the library
 * that signs. Undefined without a header `Authorization` of that kind.
 */
export function expectedSignature(
  { method, url, headers }: ReceivedRequest,
  secret: string,
): { readonly given: string; readonly expected: string; readonly keyId: string } | undefined {
  const authorization = String(headers['authorization'] ?? '');
  const [, keyId = '', date = '', region = '', service = '', names = '', given = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([\da-f]{64})$/.exec(
      authorization,
    ) ?? [];
  if (given === '') return undefined;
  const [path = '', query = ''] = url.split('?');
  const canonicalPath = path
    .split('/')
    .map((segment) => encoded(decodeURIComponent(segment)))
    .join('/');
  const canonicalQuery = [...new URLSearchParams(query)]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .toSorted()
    .join('&');
  const canonicalHeaders = names
    .split(';')
    .map(
      (name) =>
        `${name}:${String(headers[name] ?? '')
          .trim()
          .replaceAll(/ +/g, ' ')}\n`,
    )
    .join('');
  const canonical = [
    method,
    canonicalPath,
    canonicalQuery,
    canonicalHeaders,
    names,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, sha256(canonical)].join('\n');
  const key = [date, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return { given, expected: hmac(key, toSign).toString('hex'), keyId };
}
