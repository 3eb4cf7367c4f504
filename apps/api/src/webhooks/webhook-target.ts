import { BlockList, isIP } from 'node:net';

/** What IANA has set aside for private, local and special use: nothing a webhook has to do with. */
const CLOSED_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** Of IPv6 only global unicast is open, without documentation and what carries IPv4 addresses inside (Teredo, 6to4). */
const OPEN_V6 = ['2000::/3'];
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

const closedV4 = listOf(CLOSED_V4, 'ipv4');
const openV6 = listOf(OPEN_V6, 'ipv6');
const closedV6 = listOf(CLOSED_V6, 'ipv6');

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}

/** True for an address of the public internet. An IPv4 address inside an IPv6 one (`::ffff:10.0.0.1`) is none. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closedV4.check(address, 'ipv4');
  return version === 6 && openV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/**
 * What is wrong with an address before anything is asked of the network.
 *
 * @param allowsPrivate also addresses of the own network, and plain HTTP
 * @returns a sentence; null if nothing is
 */
export function problemOfUrl(text: string, allowsPrivate: boolean): string | null {
  if (!URL.canParse(text)) return 'This is not a web address.';
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'This is not a web address.';
  if (url.protocol === 'http:' && !allowsPrivate) return 'Only addresses that begin with https:// are allowed.';
  if (url.username !== '' || url.password !== '') return 'A web address here must not hold a name or a password.';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowsPrivate && isIP(host) !== 0 && !isPublicAddress(host))
    return 'Addresses of private networks are not allowed.';
  return null;
}
