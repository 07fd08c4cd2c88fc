import type { Rule } from '../rule';
import { missingOwner } from './missing-owner';
import { ownerUnknown } from './owner-unknown';
import { tooManyOwners } from './too-many-owners';

/** Owners. */
export const PEOPLE_RULES: readonly Rule[] = [missingOwner, tooManyOwners, ownerUnknown];
