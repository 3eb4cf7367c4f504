import type { ReactNode } from 'react';
import { PublicFrame } from '../../features/landing/public-frame';

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
