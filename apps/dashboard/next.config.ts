import { LIMITS } from '@rollcall/contracts';
import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=(), browsing-topics=()',
  },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
    // The proxy cuts longer bodies off without a word, so its limit lies above the one the API answers for.
    proxyClientMaxBodySize: LIMITS.maxRequestBytes + 1024,
    // An image may wait in the queue of the face engine; the API answers ENGINE_BUSY long before this.
    proxyTimeout: 120_000,
  },
};

export default createNextIntlPlugin('./i18n/request.ts')(config);
