import { parseConfidence } from '../../progress';
import type { GroupRule } from '../rule';
import { hitsAtFields } from './items';

/** Confidence above its scale: `12/10`, `150 %`. Words that mean something to their authors are left alone. §3.7. */
export const confidenceInvalid: GroupRule = {
  id: 'confidence-invalid',
  scope: 'document',
  source: 'wodtke',
  fields: ['confidence'],
  checkGroup: (context) =>
    hitsAtFields(context, 'confidence', (value) =>
      parseConfidence(value)?.valid === false ? {} : undefined,
    ),
};
