/** What kinds of things and of people mean for the measures of the work on them. */
import type { HeadClass } from '../statement/facts';

/**
 * Kinds of things that are means: what they are for is nearer to a result than what becomes of them. Of all others
 * the sentence's own thing comes first.
 */
export const MEANS: ReadonlySet<string | undefined> = new Set([
  'check',
  'closing',
  'culture',
  'data',
  'device',
  'equipment',
  'fixture',
  'meeting',
  'plan',
  'policy',
  'process',
  'report',
  'research',
  'rule',
  'security',
  'social',
  'standard',
  'supplies',
  'system',
  'upkeep',
  'vehicle',
  'watch',
]);

/** Kinds of which the own effect fits in any trade. Of all others it is an office's way to look at it. */
export const ENDS: ReadonlySet<string | undefined> = new Set([
  'animal',
  'crop',
  'data',
  'defect',
  'food',
  'fund',
  'deal',
  'item',
  'offer',
  'place',
  'price',
  'report',
  'request',
  'service',
  'show',
  'staff',
  'terms',
  'topic',
  'tree',
  'practice',
]);

/**
 * What a verb tells of an object that no list knows, where an office does the work: what an office replaces is mostly a
 * system, elsewhere it may be a boiler.
 */
export const OF_OFFICE: Readonly<Record<string, string>> = {
  fixture: 'system',
  made: 'feature',
  offered: 'feature',
};
/** What a verb alone makes one think of: the object may be anything else. Whoever is hired is staff in any trade. */
export const GUESSES: readonly (string | undefined)[] = [
  'data',
  'equipment',
  'fixture',
  'made',
  'offer',
  'outreach',
  'report',
  'system',
];

/** Kinds of things that show or hold what stands before them: "product photographs", "onboarding room". */
export const SHOWN: readonly (string | undefined)[] = [
  'content',
  'fixture',
  'place',
  'social',
  'supplies',
  'work',
];

/** Whoever is supported, hired or paid for is a means, whatever becomes of them. */
export const INPUTS: readonly (HeadClass | undefined)[] = ['support', 'hiring-spend'];

/** Kinds of people whom one helps for their own sake. */
export const SERVED: readonly (string | undefined)[] = ['customer', 'public', 'learner'];
