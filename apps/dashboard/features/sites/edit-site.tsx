'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateSiteDocument, type SiteRowFragment, UpdateSiteDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { emptySite, type SiteFields, toSiteFields, toSiteInput } from './site-fields';
import { SiteForm } from './site-form';

interface EditSiteProps {
  /** Null: a new one. */
  readonly site: SiteRowFragment | null;
  /** Proposed for a new one. */
  readonly timeZone: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a site or changes one. */
export function EditSite({ site, timeZone, isOpen, onClose }: EditSiteProps) {
  const t = useTranslations('sites');
  const create = useSave(CreateSiteDocument);
  const update = useSave(UpdateSiteDocument);

  function close() {
    create.clear();
    update.clear();
    onClose();
  }

  async function save(fields: SiteFields) {
    const input = toSiteInput(fields);
    const message = t('saved', { name: input.name });
    const saved =
      site === null
        ? await create.save({ input }, message)
        : await update.save({ input: { ...input, id: site.id, version: site.version } }, message);
    if (saved) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={site === null ? t('add') : t('editTitle')}>
      <SiteForm
        initial={site === null ? emptySite(timeZone) : toSiteFields(site)}
        submitLabel={site === null ? t('add') : t('save')}
        problem={create.problem ?? update.problem}
        isBusy={create.isSaving || update.isSaving}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}
