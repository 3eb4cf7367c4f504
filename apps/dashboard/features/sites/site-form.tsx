'use client';

import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS, PLACE_RULE_MODES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { GeofenceFields } from './geofence-fields';
import { fencePoints, type SiteFields } from './site-fields';
import classes from './sites.module.css';
import { ZoneSelect } from './zone-select';

interface SiteFormProps {
  readonly initial: SiteFields;
  readonly submitLabel: string;
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  readonly onSubmit: (fields: SiteFields) => void;
  readonly onCancel: () => void;
}

export function SiteForm({ initial, submitLabel, problem, isBusy, onSubmit, onCancel }: SiteFormProps) {
  const t = useTranslations();
  const form = useForm<SiteFields>({
    initialValues: initial,
    validate: (fields) => ({
      name: fields.name.trim() === '' ? t('common.required') : null,
      timeZone: fields.timeZone ? null : t('common.required'),
      latitude: fields.fence === 'CIRCLE' && fencePoints(fields) === null ? t('sites.centreWrong') : null,
      corners: fields.fence === 'POLYGON' && fencePoints(fields) === null ? t('sites.cornersWrong') : null,
    }),
  });
  const modes = PLACE_RULE_MODES.map((value) => ({ value, label: t(`placeRuleMode.${value}`) }));
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack>
        {problem && (
          <ProblemNote
            problem={problem}
            text={
              problem === 'CONFLICT'
                ? t('sites.nameTaken')
                : problem === 'BAD_USER_INPUT'
                  ? t('sites.wrong')
                  : undefined
            }
          />
        )}
        <TextInput
          label={t('sites.name')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ZoneSelect
          label={t('sites.timeZone')}
          description={t('sites.timeZoneHint')}
          known={initial.timeZone}
          {...form.getInputProps('timeZone')}
        />
        <fieldset className={classes.part}>
          <legend>{t('sites.geofence')}</legend>
          <GeofenceFields form={form} modes={modes} />
        </fieldset>
        <fieldset className={classes.part}>
          <legend>{t('sites.networks')}</legend>
          <Textarea
            label={t('sites.networkList')}
            description={t('sites.networksHint')}
            placeholder="192.0.2.0/24"
            autosize
            minRows={2}
            {...form.getInputProps('networks')}
          />
          {form.values.networks.trim() !== '' && (
            <NativeSelect label={t('sites.networkRule')} data={modes} {...form.getInputProps('networkMode')} />
          )}
        </fieldset>
        <FormActions submitLabel={submitLabel} isBusy={isBusy} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
