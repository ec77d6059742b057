/** A key as a request brings it. */
export interface Credentials {
  readonly name: string;
  readonly secret: string;
}

/** Ample for a name and a secret; what is longer is not looked at. */
const LONGEST = 512;

/**
 * The key of a header: `Basic` with name and key, or `Bearer NAME.KEY`. A JWT has two dots.
 *
 * @returns undefined for anything else
 */
export function credentialsOf(authorization: string): Credentials | undefined {
  if (authorization.length > LONGEST) return undefined;
  const [, scheme = '', text = ''] = /^(Basic|Bearer) +(\S+)$/i.exec(authorization.trim()) ?? [];
  return scheme.toLowerCase() === 'basic'
    ? splitAt(Buffer.from(text, 'base64').toString('utf8'), ':')
    : splitAt(text.split('.').length === 2 ? text : '', '.');
}

/** The login of the warehouse is a name too. */
function splitAt(text: string, mark: string): Credentials | undefined {
  const at = text.indexOf(mark);
  if (at <= 0) return undefined;
  return { name: text.slice(0, at).toLowerCase().replace(/^bi_/, ''), secret: text.slice(at + 1) };
}
