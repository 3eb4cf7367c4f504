'use client';

import { ColorInput, type ColorInputProps } from '@mantine/core';

/** What `ColourField` loads. */
export function ColourInput(props: ColorInputProps) {
  return <ColorInput format="hex" withPicker={false} withEyeDropper={false} {...props} />;
}
