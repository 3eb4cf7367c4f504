import { getFormatter, getTranslations } from 'next-intl/server';
import { Facts } from '../../components/ui/facts';
import { Moment } from '../../components/ui/moment';
import { Surface } from '../../components/ui/surface';
import { ErasureCertificateDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';

/** What was erased of a person, to be printed or shown to whoever asks. Nothing for who may not read the record of who did what. */
export async function ErasureCard({ employeeId }: { readonly employeeId: string }) {
  const [t, format] = await Promise.all([getTranslations('erasure'), getFormatter()]);
  const result = await serverQuery(ErasureCertificateDocument, { employeeId });
  const certificate = result.ok ? result.data.erasureCertificate : null;
  if (certificate == null) return null;
  const { erasedAt, reason, erased, destroyedKeyIds, mergedIds, id } = certificate;
  return (
    <Surface title={t('certificate')} titleId="erasure">
      <Facts
        facts={[
          { label: t('erasedAt'), value: <Moment at={erasedAt} style="dateTime" /> },
          { label: t('reason'), value: <span dir="auto">{reason}</span> },
          ...erased.map(({ kind, count }) => ({ label: t(`kind.${kind}`), value: format.number(count) })),
          { label: t('keys'), value: format.number(destroyedKeyIds.length) },
          ...(mergedIds.length > 0 ? [{ label: t('mergedRecords'), value: format.number(mergedIds.length) }] : []),
          { label: t('entry'), value: <code>{id}</code> },
        ]}
      />
    </Surface>
  );
}
