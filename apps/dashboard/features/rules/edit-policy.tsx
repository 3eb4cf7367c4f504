'use client';

import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Surface } from '../../components/ui/surface';
import type { LawBreaksFragment } from '../../gql/graphql';
import type { PolicyFields } from './policy-fields';
import { PolicyForm, type TriedRange } from './policy-form';
import { toPolicyInput } from './policy-input';
import classes from './rules.module.css';
import { useRuleChange } from './use-rule-change';

const ChangePreview = dynamic(() => import('./change-preview').then((module) => module.ChangePreview), { ssr: false });

interface EditPolicyProps {
  readonly policyId: string;
  readonly initial: PolicyFields;
  readonly initialRange: TriedRange;
  readonly lawBreaks: readonly LawBreaksFragment[];
  readonly isReadOnly: boolean;
}

/** The next version of a policy: filled in, tried out, then stored together with the days it changes. */
export function EditPolicy({ policyId, initial, initialRange, lawBreaks, isReadOnly }: EditPolicyProps) {
  const t = useTranslations('rules');
  const router = useRouter();
  const change = useRuleChange();
  const { preview } = change;

  function tryOut(fields: PolicyFields, { from, to }: TriedRange) {
    return change.tryOut({ from, to, change: { policy: toPolicyInput(policyId, fields) } });
  }

  async function apply() {
    const written = await change.apply();
    if (written === null) return;
    notifications.show({ color: 'pine', message: t('applied', { count: written }) });
    change.forget();
    router.push('/rules');
    router.refresh();
  }

  return (
    <div className={classes.stack}>
      {preview !== null && (
        <Surface title={t('previewTitle')} titleId="rule-preview">
          <ChangePreview change={change} preview={preview} onApply={apply} />
        </Surface>
      )}
      {/* Kept while one looks at the preview, so that "back" finds everything as it was. */}
      <div hidden={preview !== null}>
        <Surface>
          <PolicyForm
            initial={initial}
            initialRange={initialRange}
            problem={preview === null ? change.problem : null}
            isBusy={change.isTrying}
            lawBreaks={lawBreaks}
            isReadOnly={isReadOnly}
            onTry={tryOut}
          />
        </Surface>
      </div>
    </div>
  );
}
