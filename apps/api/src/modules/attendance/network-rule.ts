import { BlockList, isIP } from 'node:net';

/**
 * Whether an address lies in one of the networks (CIDR, IPv4 or IPv6). An IPv4 address written as IPv6 is the same
 * address. What is no address lies nowhere.
 */
export function isInNetworks(networks: readonly string[], address: string | undefined): boolean {
  const plain = unmapped(address ?? '');
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const [start = '', prefix = ''] = network.split('/');
    list.addSubnet(start, Number(prefix), isIP(start) === 6 ? 'ipv6' : 'ipv4');
  }
  return list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

/** Servers that listen on both families see IPv4 callers as ::ffff:192.0.2.1; a link-local one carries its interface. */
function unmapped(address: string): string {
  const [plain = ''] = address.split('%');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
}
