import { IconFaceId, IconFaceIdError } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../components/ui/link-button';
import { Moment } from '../../components/ui/moment';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import classes from './profile.module.css';
import { FaceStatusPill } from './status-pills';

interface FaceCardProps {
  readonly employee: EmployeeProfileFragment;
  readonly canWrite: boolean;
}

export function FaceCard({ employee, canWrite }: FaceCardProps) {
  const t = useTranslations();
  const { id, status, faceStatus, templates } = employee;
  const isOffered = canWrite && status === 'ACTIVE';
  const label = faceStatus === 'NOT_ENROLLED' ? 'employee.registerFace' : 'employee.registerFaceAgain';
  return (
    <Surface title={t('faces.title')} titleId="face" actions={<FaceStatusPill status={faceStatus} />}>
      <div className={classes.face}>
        <span className={classes.faceIcon} data-empty={templates.length === 0 || undefined} aria-hidden="true">
          {templates.length === 0 ? <IconFaceIdError size={26} stroke={1.5} /> : <IconFaceId size={26} stroke={1.5} />}
        </span>
        <div className={classes.faceText}>
          <FaceText employee={employee} />
        </div>
      </div>
      {isOffered && (
        <LinkButton
          href={`/employees/${id}/register-face`}
          mt="md"
          variant={faceStatus === 'ENROLLED' ? 'default' : 'filled'}
        >
          {t(label)}
        </LinkButton>
      )}
    </Surface>
  );
}

function FaceText({ employee: { templates, faceStatus, consent } }: { readonly employee: EmployeeProfileFragment }) {
  const t = useTranslations('faces');
  const [newest] = templates;
  if (!newest) {
    return (
      <>
        <p>{t('none')}</p>
        {!consent && <p className={classes.note}>{t('needsConsent')}</p>}
      </>
    );
  }
  const photoCount = templates.reduce((sum, { imageCount }) => sum + imageCount, 0);
  return (
    <>
      <p>
        {t('templateLine', { count: photoCount })} · {t('quality', { value: newest.quality })}
      </p>
      <p className={classes.note}>
        {t.rich('registeredOn', { date: () => <Moment at={newest.createdAt} style="date" /> })}
      </p>
      <p className={classes.note}>{faceStatus === 'RE_ENROLMENT_NEEDED' ? t('again') : t('noPhotos')}</p>
    </>
  );
}
