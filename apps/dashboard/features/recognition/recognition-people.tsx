import { IconMoodCheck } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Surface } from '../../components/ui/surface';
import { AgainTable } from './again-table';
import type { Recognition } from './load-recognition';
import { PeopleTable } from './people-table';
import classes from './recognition.module.css';

interface RecognitionPeopleProps {
  readonly recognition: Recognition;
  readonly canRegister: boolean;
}

/** Whom to register again and who is refused; nothing for those who may not see people. */
export async function RecognitionPeople({ recognition, canRegister }: RecognitionPeopleProps) {
  const t = await getTranslations('recognition');
  const { registerAgain, registerAgainCount, people, peopleCount } = recognition;
  if (!registerAgain || !people) return null;
  const more = (shown: number, total: number) =>
    total > shown && <p className={classes.more}>{t('more', { shown, total })}</p>;
  return (
    <>
      <Surface title={t('againTitle')} titleId="recognition-again" isFlush>
        {registerAgain.length === 0 ? (
          <EmptyState icon={<IconMoodCheck size={22} />} title={t('againEmpty')} />
        ) : (
          <>
            <p className={classes.flushIntro}>{t('againText')}</p>
            <AgainTable rows={registerAgain} canRegister={canRegister} />
          </>
        )}
        {more(registerAgain.length, registerAgainCount ?? 0)}
      </Surface>
      {people.length > 0 && (
        <Surface title={t('peopleTitle')} titleId="recognition-people" isFlush>
          <p className={classes.flushIntro}>{t('peopleText')}</p>
          <PeopleTable rows={people} />
          {more(people.length, peopleCount ?? 0)}
        </Surface>
      )}
    </>
  );
}
