'use client';

import { NativeSelect, NumberInput, SegmentedControl, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { GeofenceSketch } from './geofence-sketch';
import { type FenceKind, fencePoints, type SiteFields } from './site-fields';

const KINDS: readonly FenceKind[] = ['NONE', 'CIRCLE', 'POLYGON'];
const [MIN_RADIUS_METRES, MAX_RADIUS_METRES] = [10, 100_000];

interface GeofenceFieldsProps {
  readonly form: UseFormReturnType<SiteFields>;
  readonly modes: { readonly value: string; readonly label: string }[];
}

/** Where marks may be made, as numbers and as a drawing that follows them. */
export function GeofenceFields({ form, modes }: GeofenceFieldsProps) {
  const t = useTranslations('sites');
  const { fence, radiusMetres } = form.values;
  const points = fencePoints(form.values);
  return (
    <>
      <SegmentedControl
        aria-label={t('fenceKindLabel')}
        data={KINDS.map((value) => ({ value, label: t(`fenceKind.${value}`) }))}
        fullWidth
        {...form.getInputProps('fence')}
      />
      {fence === 'NONE' && (
        <Text size="sm" c="dimmed">
          {t('noFenceText')}
        </Text>
      )}
      {fence === 'CIRCLE' && (
        <>
          <SimpleGrid cols={2}>
            <TextInput
              label={t('latitude')}
              inputMode="decimal"
              placeholder="53.5412"
              {...form.getInputProps('latitude')}
            />
            <TextInput
              label={t('longitude')}
              inputMode="decimal"
              placeholder="9.9841"
              {...form.getInputProps('longitude')}
            />
          </SimpleGrid>
          <NumberInput
            label={t('radius')}
            min={MIN_RADIUS_METRES}
            max={MAX_RADIUS_METRES}
            step={10}
            allowDecimal={false}
            {...form.getInputProps('radiusMetres')}
          />
        </>
      )}
      {fence === 'POLYGON' && (
        <Textarea
          label={t('corners')}
          description={t('cornersHint')}
          autosize
          minRows={4}
          {...form.getInputProps('corners')}
        />
      )}
      {points && <GeofenceSketch points={points} radiusMetres={Number(radiusMetres)} />}
      {fence !== 'NONE' && <NativeSelect label={t('fenceRule')} data={modes} {...form.getInputProps('geofenceMode')} />}
    </>
  );
}
