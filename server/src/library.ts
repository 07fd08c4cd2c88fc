/**
 * What the `okrlint` package exports: the pure service, for other programs. No file system, no network, no clock.
 *
 * @example
 * const service = createOkrLanguageService();
 * const document = service.read(text, { path: 'team.okr.md' });
 * const findings = service.diagnose({ document, settings: DEFAULT_SETTINGS, today: '2026-07-01' });
 */
export {
  createOkrLanguageService,
  DEFAULT_SETTINGS,
  type Diagnosis,
  type DocumentRequest,
  type HoverContent,
  type LintSettings,
  type OfferedSuggestion,
  type OkrDocument,
  type OkrLanguageService,
  type OutlineNode,
  type PlacedFinding,
  plainText,
  type ReadOptions,
  rulePageUrl,
  type Severity,
  type Span,
  type SuggestedEdit,
  type Suggestion,
  type TemplatePart,
  type TextEdit,
} from './service';
