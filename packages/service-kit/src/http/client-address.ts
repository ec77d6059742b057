import { isIPv4 } from 'node:net';

/** Groups of an IPv6 address that name a network; a client chooses the other half itself. */
const NETWORK_GROUPS = 4;

/** Key by which one client is counted: its IPv4 address, or the /64 network of its IPv6 address. */
export function clientKey(address: string): string {
  const mapped = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  if (isIPv4(mapped)) return mapped;
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups.slice(0, NETWORK_GROUPS).join(':')}::/64`;
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
