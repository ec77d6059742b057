import { isIP } from 'node:net';

/** Control over this address is control over all permissions. */
export function isSafeToFetchFrom(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isInternal(hostname));
}

/** Names that no public DNS answers, and addresses that no public network routes. */
function isInternal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  switch (isIP(bare)) {
    case 4:
      return /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\./.test(bare);
    case 6:
      return bare === '::1' || /^f[cd]/i.test(bare);
    default:
      return !bare.includes('.') || /\.(localhost|internal|local)$/i.test(bare);
  }
}
