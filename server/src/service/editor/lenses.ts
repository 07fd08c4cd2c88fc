/** The line above an objective, and the few words behind a key result that is being tracked. */
import type { Item, Located, LocatedObjective, OkrDocument } from '../../document/model';
import { type FiscalYear, type Progress, progressOf } from '../../progress';
import type { StatementFacts } from '../../statement/facts';
import type { Language } from '../../text/language';
import type { Span } from '../../text/span';
import type { PlacedFinding } from '../diagnose';
import { byItem, objectiveCard, type ScorecardSource } from '../scorecard';
import { fill, textsOf } from './texts';

/** Between parts of a line. */
const DOT = ' · ';
const percent = (share: number) => Math.round(share * 100);

/** Objectives that get a line: those with key results. `offset` is where the line stands, and names the objective. */
export function lensPlaces(document: OkrDocument): readonly { readonly offset: number }[] {
  return document
    .objectives()
    .filter(({ item, keyResults }) => !item.struck && keyResults.some((kr) => !kr.item.struck))
    .map(({ item, offset }) => ({ offset: offset + item.span.start }));
}

/** A document with its findings, of which only those of one objective are asked for. */
export interface LensSource extends Omit<ScorecardSource, 'findings'> {
  /** At least the findings about items in a range. */
  findingsIn(range: Span): readonly PlacedFinding[];
}

/** How many key results can be measured, how far they are and whether that is fast enough; undefined if it has gone. */
export function lensAt(source: LensSource, offset: number, language: Language): string | undefined {
  const objective = source.document.objectives().find((one) => one.offset + one.item.span.start === offset);
  if (!objective) return undefined;
  const last = objective.keyResults.at(-1) ?? objective;
  const findings = source.findingsIn({ start: offset, end: last.offset + last.item.span.end });
  const card = objectiveCard({ ...source, findings }, objective, byItem(findings));
  const texts = textsOf(language).lens;
  const { measurable, total: count } = card;
  const measured = count === 1 ? texts.measurableOne : texts.measurable;
  const share = card.progress ?? card.stated;
  const parts = [fill(measured, { measurable, count })];
  // Before anything is measured, time alone is no news.
  if (share !== undefined) {
    parts.push(fill(texts.progress, { percent: percent(share) }));
    if (card.pace !== undefined) parts.push(texts[card.pace]);
  }
  return parts.join(DOT);
}

export interface ProgressHint {
  /** Where it stands: behind the value that it is about. */
  readonly offset: number;
  readonly text: string;
  /** The pace in a word, where time is known. */
  readonly tooltip?: string;
}

export interface HintSource {
  readonly document: OkrDocument;
  readonly path?: string | undefined;
  readonly today: string;
  readonly fiscalYear?: FiscalYear | undefined;
  readonly range: Span;
  readonly language: Language;
  factsOf(item: Located<LocatedObjective['keyResults'][number]['item']>): StatementFacts;
}

/** Hints in a range: only at key results that say where they stand today, as nobody else asks for a percentage. */
export function progressHints(source: HintSource): readonly ProgressHint[] {
  const { document, range } = source;
  const isInside = ({ item, offset }: Located<Item>) =>
    range.start <= offset + item.span.end && offset + item.span.start <= range.end;
  return document
    .objectives()
    .flatMap((objective) =>
      objective.keyResults.filter(isInside).flatMap((located) => hintFor(source, objective, located) ?? []),
    );
}

function hintFor(
  source: HintSource,
  objective: LocatedObjective,
  located: LocatedObjective['keyResults'][number],
): ProgressHint | undefined {
  const { item, offset } = located;
  const tracked = item.fields.find(({ name }) => name === 'current' || name === 'progress');
  if (item.struck || (!tracked && item.checkIns.length === 0)) return undefined;
  const progress = progressOf({ ...source, item: located, facts: source.factsOf(located), objective });
  const text = hintText(progress, source.language);
  if (text === '') return undefined;
  const pace = progress.pace && textsOf(source.language).lens[progress.pace];
  return { offset: offset + (tracked ?? item).span.end, text, ...(pace ? { tooltip: pace } : {}) };
}

/** What the text does not say itself. */
function hintText({ progress, stated, elapsed, pace }: Progress, language: Language): string {
  const texts = textsOf(language).hint;
  const known = progress ?? stated;
  if (known === undefined) return '';
  const own = stated === undefined ? [fill(texts.progress, { percent: percent(known) })] : [];
  const runs = elapsed !== undefined && elapsed > 0 && pace !== 'done';
  return [...own, ...(runs ? [fill(texts.expected, { percent: percent(elapsed) })] : [])].join(DOT);
}
