import { useTranslations } from 'next-intl';
import { MAX_FILE_MEGABYTES, PhotoError } from './photo';
import classes from './photo-problem-text.module.css';
import type { PhotoProblem } from './use-one-photo';

export function PhotoProblemText({ problem }: { readonly problem: PhotoProblem }) {
  const t = useTranslations('camera');
  return (
    <p role="alert" className={classes.problem}>
      {problem instanceof PhotoError
        ? t(problem.fault, { name: problem.fileName, megabytes: MAX_FILE_MEGABYTES })
        : t(problem)}
    </p>
  );
}
