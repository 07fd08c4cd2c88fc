/** What can be written at the cursor. Quiet in prose and outside OKR documents. */
import { knowledgeOf } from '../../../teams';
import { fill, textsOf } from '../texts';
import { deadlines } from './dates';
import { attributes, frontMatterKeys, frontMatterValues, tags } from './fields';
import { arrows, newIds, references } from './ids';
import type { CompletionEntry, CompletionRequest } from './model';
import { owners } from './people';
import { placeAt } from './place';
import { sentenceEntries } from './sentence';

export type { CompletionEntry, CompletionKind, CompletionRequest } from './model';

/** Signs after which an editor asks by itself. */
export const COMPLETION_SIGNS: readonly string[] = ['@', '^', '#', '{', '(', '>'];

/** Best first; empty where there is nothing to say. */
export function complete(request: CompletionRequest): readonly CompletionEntry[] {
  const place = placeAt(request.document, request.offset);
  switch (place?.kind) {
    case undefined:
      return [];
    case 'front-matter-key':
      return frontMatterKeys(request, place.typed);
    case 'front-matter-value':
      return frontMatterValues(request, place.key, place.typed);
    case 'owner':
      return owners(request, place.typed);
    case 'reference':
      return references(request, place.typed, place.line);
    case 'arrow':
      return arrows(request, place.typed, place.line);
    case 'new-id':
      return newIds(request, place.typed, place.line);
    case 'due':
      return deadlines(request, place.typed, place.closed);
    case 'tag':
      return tags(request, place.typed);
    case 'attribute':
      return attributes(request, place.typed, place.line.item.item.kind === 'objective');
    case 'sentence':
      return sentenceEntries(request, place.line);
  }
}

/** What a metric means, as plain lines; undefined where there is no such metric. */
export function metricDocumentation(metric: NonNullable<CompletionEntry['metric']>): string | undefined {
  const { metrics } = knowledgeOf(metric.team, metric.language);
  const known = metrics.find(({ id }) => id === metric.id);
  if (!known) return undefined;
  const guardrail = metrics.find(({ id }) => id === known.guardrail);
  const beside = guardrail && fill(textsOf(metric.language).completion.guardrail, { metric: guardrail.name });
  return [known.definition, beside].filter(Boolean).join('\n\n');
}
