import type { Server, Socket } from 'node:net';
import { BlockList, isIPv4 } from 'node:net';
import { clientKey } from './client-address';

/** Far more than programs, pools and browsers open, and far fewer than a process can hold. */
export const CONNECTIONS_PER_ADDRESS = 500;

/** Of all clients together: each holds a file descriptor and some kilobytes. */
const CONNECTIONS = 10_000;

/**
 * Closes what an address opens beyond its share, so that it cannot take the connections of all others.
 *
 * @param exempt proxies, behind which there are many clients
 */
export function limitConnections(server: Server, mostPerAddress: number, exempt: readonly string[]): void {
  const proxies = addressList(exempt);
  const open = new Map<string, number>();
  server.maxConnections = CONNECTIONS;
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress;
    if (address === undefined || isIn(proxies, address)) return;
    const key = clientKey(address);
    const count = (open.get(key) ?? 0) + 1;
    if (count > mostPerAddress) {
      socket.destroy();
      return;
    }
    open.set(key, count);
    socket.once('close', () => {
      const left = (open.get(key) ?? 1) - 1;
      if (left > 0) open.set(key, left);
      else open.delete(key);
    });
  });
}

/** @param addresses addresses or networks, e.g. `10.0.0.0/8` */
function addressList(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const each of addresses) {
    const [address = '', prefix] = each.split('/');
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return list.check(plain, isIPv4(plain) ? 'ipv4' : 'ipv6');
}
