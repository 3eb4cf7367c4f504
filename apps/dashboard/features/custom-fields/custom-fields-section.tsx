import { IconForms } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { CustomFieldsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import settings from '../settings/settings.module.css';
import { AddCustomField } from './add-custom-field';
import { CustomFieldsTable } from './custom-fields-table';

/** What the organisation wants to know of its people beside what everybody does. */
export async function CustomFieldsSection() {
  const t = await getTranslations('customFields');
  const result = await serverQuery(CustomFieldsDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { customFields } = result.data;
  return (
    <Surface isFlush>
      <div className={settings.keyHead}>
        <div>
          <h2>{t('title')}</h2>
          <p>{t('text')}</p>
        </div>
        <AddCustomField />
      </div>
      {customFields.length === 0 ? (
        <EmptyState icon={<IconForms size={22} />} title={t('empty')} text={t('emptyText')} />
      ) : (
        <CustomFieldsTable rows={customFields} />
      )}
    </Surface>
  );
}
