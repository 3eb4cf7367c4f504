import type { DecisionStatus } from '@rollcall/contracts';
import type { Tone } from '../../components/ui/pill';

export const DECISION_TONES: Readonly<Record<DecisionStatus, Tone>> = {
  PENDING: 'warn',
  APPROVED: 'good',
  REJECTED: 'bad',
  CANCELLED: 'quiet',
};
