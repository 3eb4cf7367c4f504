'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { KeyList } from './key-list';

/** Shows the keys over any page. */
export function KeysDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useTranslations('keys');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')}>
      <KeyList />
    </Dialog>
  );
}
