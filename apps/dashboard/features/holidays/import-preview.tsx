import { Alert, Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CalendarDate } from '../../components/ui/moment';
import type { HolidayLine } from './holiday-lines';
import classes from './holidays.module.css';
import type { HolidayPreview } from './use-holiday-import';

interface ImportPreviewProps {
  readonly preview: HolidayPreview;
  readonly onBack: () => void;
}

/** What an import would do; nothing is written yet. */
export function ImportPreview({ preview: { added, present, unread }, onBack }: ImportPreviewProps) {
  const t = useTranslations('holidays');
  return (
    <>
      <Text fw={560}>{t('previewAdded', { count: added.length })}</Text>
      <Lines lines={added} />
      {present.length > 0 && (
        <>
          <Text size="sm" c="dimmed">
            {t('previewPresent', { count: present.length })}
          </Text>
          <Lines lines={present} />
        </>
      )}
      {unread.length > 0 && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden="true" />}>
          {t('previewUnread', { count: unread.length })}
          <ul className={classes.unread}>
            {[...new Set(unread)].map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Anchor component="button" type="button" size="sm" onClick={onBack} style={{ alignSelf: 'flex-start' }}>
        {t('previewBack')}
      </Anchor>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly HolidayLine[] }) {
  const t = useTranslations('dayPortion');
  if (lines.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {lines.map(({ date, name, portion }) => (
        <li key={`${date} ${name}`}>
          <bdi>{name}</bdi>
          <span className={classes.date}>
            <CalendarDate date={date} />
            {portion !== 'FULL' && ` · ${t(portion)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
