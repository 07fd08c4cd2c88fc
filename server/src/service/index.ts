import { readDocument, readInSteps, updateDocument, updateInSteps } from '../document';
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import { hoverOf, messageOf } from '../explain';
import type { Standing } from '../explain/standing';
import { cycleOfDocument, objectiveProgress, type Progress, progressOf } from '../progress';
import { measuresOf, type RewriteContext, suggest, suggestForDocument } from '../rewrite';
import type { Suggestion } from '../rewrite/suggestion';
import type { Finding } from '../rules/rule';
import type { Language } from '../text/language';
import { Notes } from '../text/notes';
import { type Span, shift } from '../text/span';
import type { Steps } from '../text/steps';
import type {
  Diagnosis,
  DocumentRequest,
  HoverContent,
  OfferedSuggestion,
  OkrLanguageService,
  ProgressRequest,
} from './api';
import { dueOf, exampleOf, hasOwner, isAbout, parentOf, touches, worstFirst } from './around-item';
import { certainAmong } from './certain-fixes';
import { Diagnoser, itemAt, type PlacedFinding, type Sighting, type Surroundings } from './diagnose';
import { languageOf, placeOf } from './document-profile';
import { type Measured, measuredIn } from './measured';
import { foldsOf, outlineOf, outlineParts } from './outline';
import { rulePageUrl } from './rule-pages';
import { type DocumentScorecard, isMeasurable, scorecardOf } from './scorecard';
import type { LintSettings } from './settings';

export type { OkrDocument, ReadOptions, TextEdit } from '../document/model';
export type { Cycle, Pace, Progress } from '../progress';
export { plainText, type SuggestedEdit, type Suggestion, type TemplatePart } from '../rewrite/suggestion';
export type { Severity } from '../rules/rule';
export { overlaps, type Span, shift } from '../text/span';
export type { Steps } from '../text/steps';
export type {
  Diagnosis,
  DocumentRequest,
  HoverContent,
  OfferedSuggestion,
  OkrLanguageService,
  ProgressRequest,
} from './api';
export type { PlacedFinding, Sighting } from './diagnose';
export type { OutlineNode, OutlinePart } from './outline';
export { rulePageUrl } from './rule-pages';
export type { DocumentScorecard, ScorecardKeyResult, ScorecardObjective } from './scorecard';
export { DEFAULT_SETTINGS, type LintSettings } from './settings';

function around(path: DocumentRequest['path'], alignment: DocumentRequest['alignment']): Surroundings {
  return { ...(path !== undefined && { path }), ...(alignment && { alignment }) };
}

/** Findings that are offered changes at once. */
const MOST_ANSWERED = 100;

/** Key results of one objective that are added up while somebody waits for its hover. */
const MOST_ADDED_UP = 1000;

/** Makes a service. It only keeps caches; any number of documents can share it. */
export function createOkrLanguageService(): OkrLanguageService {
  const diagnoser = new Diagnoser();
  const messages: Record<Language, Notes<Finding, string>> = { en: new Notes(), vi: new Notes() };

  function diagnosisOf(finding: PlacedFinding, settings: LintSettings): Diagnosis {
    const language = readerLanguage(settings, finding.language);
    let message = messages[language].get(finding.origin);
    if (message === undefined) {
      message = messageOf(finding, language);
      messages[language].set(finding.origin, message);
    }
    return { ...finding, message, url: rulePageUrl(finding.ruleId) };
  }

  function sight(
    { document, settings, today, path, alignment }: DocumentRequest,
    limit: number,
  ): readonly Sighting[] {
    return diagnoser.worst(document, settings, today, around(path, alignment), limit);
  }

  function sighted({ document, settings }: DocumentRequest, sighting: Sighting): Diagnosis {
    return diagnosisOf(diagnoser.placed(document, sighting), settings);
  }

  function diagnose(request: DocumentRequest, limit = Number.POSITIVE_INFINITY): readonly Diagnosis[] {
    return sight(request, limit).map((sighting) => sighted(request, sighting));
  }

  function diagnoseNear(
    { document, settings, today, path, alignment }: DocumentRequest,
    span: Span,
  ): readonly Diagnosis[] {
    const found = diagnoser.isFar(document, settings)
      ? diagnoser.findingsNear(document, settings, span)
      : diagnoser.findingsAround(document, settings, today, around(path, alignment), span);
    return found.map((finding) => diagnosisOf(finding, settings));
  }

  function diagnoseStatements({ document, settings }: DocumentRequest, span: Span): readonly Diagnosis[] {
    const found = diagnoser.findingsNear(document, settings, span);
    return found.map((finding) => diagnosisOf(finding, settings));
  }

  function hover(request: DocumentRequest, offset: number): HoverContent | undefined {
    const { document, settings } = request;
    const located = itemAt(document, offset);
    if (!located || located.item.kind === 'initiative' || located.item.struck) return undefined;
    const { item } = located;
    const facts = diagnoser.factsOf(document, located);
    const objective = parentOf(document, located);
    const around = diagnoseNear(request, { start: offset, end: offset });
    const findings = worstFirst(around.filter((finding) => isAbout(finding, located)));
    const language = readerLanguage(settings, facts.language);
    const markdown = hoverOf({
      item,
      facts,
      findings,
      metrics: findings[0] ? measuresOf(rewriteContext(request, findings[0], located)) : [],
      hasOwner: hasOwner(document, item, objective),
      language,
      rulePageUrl,
      ...(objective && item.kind !== 'objective'
        ? { objective: diagnoser.factsOf(document, objective) }
        : {}),
      ...dueOf(document, objective),
      ...(objective && item.kind === 'objective' ? standingOf(request, objective) : {}),
      ...exampleOf(
        item,
        findings.flatMap((finding) => suggestionsFor(request, finding)),
      ),
    });
    return { span: shift(item.statement.span, located.offset), markdown };
  }

  function suggestionsFor(request: DocumentRequest, finding: Diagnosis): readonly Suggestion[] {
    const { document, settings } = request;
    const { item } = finding;
    if (!item)
      return suggestForDocument({
        text: document.text,
        frontMatter: document.frontMatter,
        finding,
        language: readerLanguage(settings, finding.language),
      });
    return suggest(rewriteContext(request, finding, item));
  }

  function rewriteContext(
    { document, path, settings }: DocumentRequest,
    finding: Diagnosis,
    item: Located<Item>,
  ): RewriteContext {
    const parent = parentOf(document, item);
    const { words, team } = placeOf(document, path, languageOf(document), parent);
    const origin = item.offset + item.item.statement.span.start;
    return {
      text: document.text,
      item,
      facts: diagnoser.factsOf(document, item),
      finding: { ...finding, span: shift(finding.span, -origin) },
      language: readerLanguage(settings, finding.language),
      place: words,
      ...(parent ? { parent } : {}),
      ...(team ? { team } : {}),
    };
  }

  /** Where an objective stands, for its hover. */
  function standingOf(request: DocumentRequest, objective: LocatedObjective): { standing?: Standing } {
    const { document, today, path } = request;
    const { keyResults, item, offset } = objective;
    if (keyResults.length > MOST_ADDED_UP) return {};
    const last = keyResults.at(-1) ?? objective;
    const around = diagnoseNear(request, {
      start: offset + item.span.start,
      end: last.offset + last.item.span.end,
    });
    const { fiscalYear } = request.settings;
    const factsOf = (item: Located<Item>) => diagnoser.factsOf(document, item);
    const live = keyResults.filter((kr) => !kr.item.struck);
    const cycle = cycleOfDocument(document, objective, path, fiscalYear);
    const standing = {
      ...(cycle && { cycle }),
      progress: objectiveProgress({ document, objective, factsOf, today, path, fiscalYear }),
      measurable: live.filter((kr) =>
        isMeasurable(
          kr.item,
          factsOf(kr),
          around.filter((finding) => isAbout(finding, kr)),
        ),
      ).length,
      total: live.length,
    };
    return { standing };
  }

  function progress({ document, path, today, settings }: ProgressRequest, located: Located<Item>): Progress {
    const fiscalYear = settings?.fiscalYear;
    const objective = parentOf(document, located);
    const factsOf = (item: Located<Item>) => diagnoser.factsOf(document, item);
    return located.item.kind === 'objective' && objective
      ? objectiveProgress({ document, objective, factsOf, today, path, fiscalYear })
      : progressOf({ document, item: located, facts: factsOf(located), objective, today, path, fiscalYear });
  }

  function scorecard({ document, settings, today, path, alignment }: DocumentRequest): DocumentScorecard {
    const findings = diagnoser.findings(document, settings, today, around(path, alignment));
    const factsOf = (item: Located<Item>) => diagnoser.factsOf(document, item);
    return scorecardOf({ document, path, today, findings, factsOf, fiscalYear: settings.fiscalYear });
  }

  function measured(request: DocumentRequest): Measured {
    const { document, settings } = request;
    const judged = document.recognition.isOkr ? diagnoser.judgedOf(document, settings) : undefined;
    if (judged?.silencing === 0)
      return measuredIn(document, judged, (item) => diagnoser.factsOf(document, item));
    // What comments silence is not known before all is placed.
    const { objectives } = scorecard(request);
    const sum = (of: 'measurable' | 'total') => objectives.reduce((all, each) => all + each[of], 0);
    return { measurable: sum('measurable'), total: sum('total') };
  }

  function suggestions(request: DocumentRequest, range: Span): readonly OfferedSuggestion[] {
    return diagnoseNear(request, range)
      .filter((finding) => touches(finding, range))
      .slice(0, MOST_ANSWERED)
      .flatMap((finding) =>
        suggestionsFor(request, finding).map((suggestion, n) => ({
          suggestion,
          finding,
          preferred: n === 0,
        })),
      );
  }

  function fixing(request: DocumentRequest): Steps<readonly Suggestion[]> {
    return certainAmong(request.document.text, diagnose(request), (finding) =>
      suggestionsFor(request, finding),
    );
  }

  function certainFixes(request: DocumentRequest): readonly Suggestion[] {
    const steps = fixing(request);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
    }
  }

  return Object.freeze({
    read: readDocument,
    update: updateDocument,
    readInSteps,
    updateInSteps,
    sight,
    sighted,
    diagnose,
    diagnoseNear,
    diagnoseStatements,
    judge: ({ document, settings, today, path, alignment }: DocumentRequest) =>
      diagnoser.judge(document, settings, today, around(path, alignment)),
    hover,
    certainFixes,
    fixing,
    suggestions,
    suggestionsFor,
    outline: outlineOf,
    outlineParts,
    folds: foldsOf,
    factsOf: (document: OkrDocument, item: Located<Item>) => diagnoser.factsOf(document, item),
    progress,
    cycle: cycleOfDocument,
    measured,
    scorecard,
  });
}

function readerLanguage(settings: LintSettings, sentence: Language): Language {
  return settings.language === 'auto' ? sentence : settings.language;
}
