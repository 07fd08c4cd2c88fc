/** Changes that answer a finding about the document as a whole: what its front matter should say. */
import type { FrontMatter } from '../document/model';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/language';
import { lineBreakOf, startOfLine } from './block';
import type { Suggestion, TemplatePart } from './suggestion';
import { placeholder, titleOf, type Wording } from './wording';

export interface DocumentRewriteContext {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Its span counts from the document's start. */
  readonly finding: Finding;
  readonly language: Language;
}

/** Entries at the end of the front matter, or a front matter of their own. */
function withEntries(
  { text, frontMatter, language }: DocumentRewriteContext,
  id: string,
  title: keyof Wording['titles'],
  entries: readonly (readonly TemplatePart[])[],
): Suggestion[] {
  const lineBreak = lineBreakOf(text);
  const lines = entries.flatMap((entry) => [...entry, lineBreak]);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const at = frontMatter ? startOfLine(text, frontMatter.span.end) : start;
  const parts = frontMatter ? lines : [`---${lineBreak}`, ...lines, `---${lineBreak}${lineBreak}`];
  return [
    {
      id,
      kind: 'quickfix',
      title: titleOf(language, title),
      edits: [{ span: { start: at, end: at }, parts }],
    },
  ];
}

/** `cycle: 2026-Q3` with the year to fill in, `owner: "@name"`. */
function entriesFor(context: DocumentRewriteContext): Suggestion[] {
  const { finding, language } = context;
  const cycle = ['cycle: ', placeholder(language, 'cycle')];
  const owner = ['owner: "@', placeholder(language, 'owner'), '"'];
  if (finding.ruleId === 'missing-owner')
    return withEntries(context, 'add-document-owner', 'addDocumentOwner', [owner]);
  return finding.variant === 'owner'
    ? withEntries(context, 'add-cycle-and-owner', 'addCycleAndOwner', [cycle, owner])
    : withEntries(context, 'add-cycle', 'addCycle', [cycle]);
}

/** The cycle that the rest of the document names. */
function otherCycle({ finding, language }: DocumentRewriteContext): Suggestion[] {
  const words = finding.params?.cycle;
  if (!words) return [];
  const title = titleOf(language, 'cycleOf', { words });
  return [{ id: 'other-cycle', kind: 'quickfix', title, edits: [{ span: finding.span, parts: [words] }] }];
}

/** Suggestions for a finding that is about no item. */
export function suggestForDocument(context: DocumentRewriteContext): readonly Suggestion[] {
  const { ruleId } = context.finding;
  if (ruleId === 'missing-cycle' || ruleId === 'missing-owner') return entriesFor(context);
  return ruleId === 'cycle-mismatch' ? otherCycle(context) : [];
}
