'use client';

import { Button, Checkbox, Group, NativeSelect, NumberInput, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS, LIVENESS_POLICIES, PIN_USES } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import { type OrganisationSettingsQuery, UpdateSettingsDocument } from '../../gql/graphql';
import { useStoredValues } from '../../lib/forms/use-stored-values';
import { useSave } from '../../lib/graphql/use-save';
import { ZoneSelect } from '../sites/zone-select';
import { LetterLanguageSelect } from './letter-language-select';
import { SecondFactorFields } from './second-factor-fields';
import { WeekStartSelect } from './week-start-select';

interface OrganisationFormProps {
  readonly settings: OrganisationSettingsQuery['settings'];
}

const MAX_FAILURES = 10;
/** Three years. */
const MAX_FACE_DAYS = 1096;

export function OrganisationForm({ settings }: OrganisationFormProps) {
  const t = useTranslations();
  const update = useSave(UpdateSettingsDocument);
  const { organisationName, timeZone, pinUse, pinAfterFaceFailures, isAttendanceByFaceAlone, version } = settings;
  const { livenessPolicy, apiKeyLivenessPolicy } = settings;
  const { secondFactorRoles, isSecondFactorBySingleSignOn, letterLanguage } = settings;
  const latest = settings.weekStarts.at(-1) ?? null;
  const stored = {
    weekStart: String(latest?.weekday ?? 1),
    ...{ organisationName, timeZone, pinUse, pinAfterFaceFailures, isAttendanceByFaceAlone },
    templateRetentionDaysAfterLeaving: settings.templateRetentionDaysAfterLeaving,
    attemptPhotoRetentionDays: settings.attemptPhotoRetentionDays,
    areRegistrationPhotosKept: settings.areRegistrationPhotosKept,
    ...{ livenessPolicy, apiKeyLivenessPolicy, secondFactorRoles, isSecondFactorBySingleSignOn, letterLanguage },
  };
  const form = useForm({
    initialValues: stored,
    validate: { organisationName: (name) => (name.trim() === '' ? t('common.required') : null) },
  });

  useStoredValues(form, stored, version);

  // All else is checked while it is typed.
  const asksOwners = form.values.secondFactorRoles.includes('OWNER') && !secondFactorRoles.includes('OWNER');
  const refusal = asksOwners && update.problem === 'BAD_USER_INPUT' ? t('organisation.secondFactorOwn') : undefined;
  const livenessChoices = LIVENESS_POLICIES.map((value) => ({ value, label: t(`livenessPolicy.${value}`) }));

  async function send({ weekStart, ...values }: typeof form.values) {
    const organisationName = values.organisationName.trim();
    form.setFieldValue('organisationName', organisationName);
    // A start that stays is not sent: it would begin anew.
    const other = weekStart === stored.weekStart ? {} : { weekStart: { weekday: Number(weekStart) } };
    await update.save({ input: { ...values, ...other, organisationName, version } }, t('organisation.saved'));
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack maw="34rem">
        {update.problem && <ProblemNote problem={update.problem} text={refusal} />}
        <TextInput
          label={t('organisation.name')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          {...form.getInputProps('organisationName')}
        />
        <ZoneSelect
          label={t('organisation.timeZone')}
          description={t('organisation.timeZoneHint')}
          known={timeZone}
          {...form.getInputProps('timeZone')}
        />
        <WeekStartSelect since={latest?.from ?? null} {...form.getInputProps('weekStart')} />
        <LetterLanguageSelect {...form.getInputProps('letterLanguage')} />
        <Radio.Group
          label={t('organisation.pinUse')}
          description={t('organisation.pinUseHint')}
          {...form.getInputProps('pinUse')}
        >
          <Stack gap="sm" mt="sm">
            {PIN_USES.map((value) => (
              <Radio key={value} value={value} label={t(`pinUse.${value}`)} description={t(`pinUseText.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {form.values.pinUse === 'AFTER_FACE_FAILURES' && (
          <NumberInput
            label={t('organisation.failures')}
            min={1}
            max={MAX_FAILURES}
            allowDecimal={false}
            clampBehavior="strict"
            {...form.getInputProps('pinAfterFaceFailures')}
          />
        )}
        <NumberInput
          label={t('organisation.faceRetention')}
          description={t('organisation.faceRetentionHint')}
          min={0}
          max={MAX_FACE_DAYS}
          allowDecimal={false}
          clampBehavior="strict"
          {...form.getInputProps('templateRetentionDaysAfterLeaving')}
        />
        <NumberInput
          label={t('organisation.photoRetention')}
          description={t('organisation.photoRetentionHint')}
          min={0}
          max={LIMITS.maxAttemptPhotoRetentionDays}
          allowDecimal={false}
          clampBehavior="strict"
          {...form.getInputProps('attemptPhotoRetentionDays')}
        />
        <Checkbox
          label={t('organisation.registrationPhotos')}
          description={t('organisation.registrationPhotosHint')}
          {...form.getInputProps('areRegistrationPhotosKept', { type: 'checkbox' })}
        />
        <Checkbox
          label={t('organisation.faceAlone')}
          description={t('organisation.faceAloneHint')}
          {...form.getInputProps('isAttendanceByFaceAlone', { type: 'checkbox' })}
        />
        <NativeSelect
          label={t('organisation.liveness')}
          description={t('organisation.livenessHint')}
          data={livenessChoices}
          {...form.getInputProps('livenessPolicy')}
        />
        <NativeSelect
          label={t('organisation.apiKeyLiveness')}
          description={t('organisation.apiKeyLivenessHint')}
          data={livenessChoices}
          {...form.getInputProps('apiKeyLivenessPolicy')}
        />
        <SecondFactorFields form={form} />
        <Group>
          <Button type="submit" loading={update.isSaving} disabled={!form.isDirty()}>
            {t('organisation.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
