import { describe, expect, it } from 'vitest';
import { isPublicAddress, problemOfUrl } from './webhook-target.js';

describe('isPublicAddress', () => {
  it.each([
    ...['127.0.0.1', '127.8.9.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:a9fe:a9fe'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:0:7f00:1::', '2001:db8::1', 'not an address', ''],
  ])('closes %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['1.1.1.1', '172.32.0.1', '193.99.144.80', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
    'opens %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
});

describe('problemOfUrl', () => {
  it.each([
    ...['ftp://example.org/', 'file:///etc/passwd', 'javascript:alert(1)', 'example.org', '', 'http://example.org/'],
    ...['https://user:pw@example.org/', 'https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:169.254.169.254]/'],
    // Other ways to write an address, which the URL parser understands.
    ...['https://2130706433/', 'https://0x7f000001/', 'https://0177.0.0.1/', 'https://127.1/'],
  ])('refuses %s', (url) => expect(problemOfUrl(url, false)).not.toBeNull());

  it('takes a public address, and with the permission one of the own network', () => {
    expect(problemOfUrl('https://example.org:8443/hook?x=1', false)).toBeNull();
    expect(problemOfUrl('http://127.0.0.1:8080/', true)).toBeNull();
    expect(problemOfUrl('ftp://127.0.0.1/', true)).not.toBeNull();
  });
});
