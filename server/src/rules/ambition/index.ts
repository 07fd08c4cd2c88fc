import type { Rule } from '../rule';
import { evidenceMissing } from './evidence-missing';
import { floorTarget } from './floor-target';
import { hugeStep } from './huge-step';
import { lagOnly } from './lag-only';
import { noGuardrail } from './no-guardrail';
import { target100 } from './target-100';
import { tinyStep } from './tiny-step';
import { vanityMetric } from './vanity-metric';

/** How far a target reaches. */
export const AMBITION_RULES: readonly Rule[] = [
  vanityMetric,
  noGuardrail,
  lagOnly,
  target100,
  floorTarget,
  tinyStep,
  hugeStep,
  evidenceMissing,
];
