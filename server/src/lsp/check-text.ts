/** Findings in a text that is not open: for language model tools, and to judge what a model proposes. */
import { DEFAULT_SETTINGS, type Diagnosis, type DocumentRequest, plainText } from '../service';
import { LANGUAGES } from '../text/language';
import { type Context, guarded } from './features';
import { type CheckedFinding, type CheckTextParams, type CheckTextResult, LARGEST_FILE } from './protocol';

const NOTHING: CheckTextResult = { objectives: 0, keyResults: 0, findings: [] };
/** What a reader, or a model, can take in. */
const MOST_FINDINGS = 100;
const MOST_REWRITES = 3;

/** Answers `okrlint/checkText`. The text is taken for an OKR document whatever it looks like: somebody asked. */
export function checkText(context: Context) {
  return ({ text, language, uri }: CheckTextParams): Promise<CheckTextResult> =>
    guarded(context, 'checking a text', NOTHING, async () => {
      if (typeof text !== 'string' || text.length > LARGEST_FILE) return NOTHING;
      const own = typeof uri === 'string' ? (await context.settings.for(uri)).lint : DEFAULT_SETTINGS;
      const reader = LANGUAGES.find((known) => known === language);
      const request: DocumentRequest = {
        document: context.service.read(text, { force: true }),
        settings: reader ? { ...own, language: reader } : own,
        today: context.today(),
      };
      const objectives = request.document.objectives();
      const under = objectives.reduce((sum, { keyResults }) => sum + keyResults.length, 0);
      return {
        objectives: objectives.length,
        keyResults: under + request.document.orphans().length,
        findings: context.service
          .diagnose(request)
          .slice(0, MOST_FINDINGS)
          .map((finding) => checked(context, request, finding)),
      };
    });
}

function checked({ service }: Context, request: DocumentRequest, finding: Diagnosis): CheckedFinding {
  const rewrites = service
    .suggestionsFor(request, finding)
    .flatMap(({ statement }) => (statement ? [plainText(statement)] : []));
  return {
    rule: finding.ruleId,
    severity: finding.severity,
    message: finding.message,
    line: request.document.lines.positionAt(finding.span.start).line + 1,
    sentence: finding.item?.item.statement.text.replace(/\s+/g, ' ').trim() ?? '',
    rewrites: rewrites.slice(0, MOST_REWRITES),
  };
}
