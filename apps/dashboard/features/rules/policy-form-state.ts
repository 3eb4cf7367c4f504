import type { UseFormReturnType } from '@mantine/form';
import type { PolicyFields } from './policy-fields';

/** The one form whose parts the sections show. */
export type PolicyForm = UseFormReturnType<PolicyFields>;

export const DAY_MINUTES = 1_440;
/** As the rule engine: windows reach at most this far beyond a shift. */
export const MAX_WINDOW_MINUTES = 720;
