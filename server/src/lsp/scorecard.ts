/** Scorecards of one document or of all in the workspace, with the links between their objectives. */
import type { AlignmentIndex } from '../alignment';
import type { Item, Located, LocatedObjective, OkrDocument } from '../document/model';
import { titleOf } from '../explain';
import type { DocumentScorecard } from '../service';
import type { Language } from '../text/language';
import { type Context, guarded, requestForAny } from './features';
import type { ObjectivePlace, ScorecardParams, WorkspaceScorecard } from './protocol';

const NOTHING: WorkspaceScorecard = { documents: [], links: [], rules: { en: {}, vi: {} }, truncated: false };
/** More documents than this are not for one page. */
const MOST_DOCUMENTS = 500;

/** Answers `okrlint/scorecard`. */
export function scorecard(context: Context) {
  return ({ uri }: ScorecardParams): Promise<WorkspaceScorecard> =>
    guarded(context, 'scorecard', NOTHING, async () => {
      if (typeof uri === 'string') return cardsOf(context, [uri]);
      await context.workspace.ready();
      return cardsOf(
        context,
        [...context.workspace.alignment.documents()].map(({ document }) => document),
      );
    });
}

async function cardsOf(context: Context, uris: readonly string[]): Promise<WorkspaceScorecard> {
  const documents: { uri: string; card: DocumentScorecard }[] = [];
  for (const uri of uris.slice(0, MOST_DOCUMENTS)) {
    const request = await requestForAny(context, uri);
    if (!request?.document.recognition.isOkr) continue;
    documents.push({ uri, card: context.service.scorecard(request) });
  }
  const { alignment } = context.workspace;
  return {
    documents,
    links: documents.flatMap(({ uri }) => linksOf(alignment, uri)),
    rules: titlesOf(documents.map(({ card }) => card)),
    truncated: uris.length > MOST_DOCUMENTS,
  };
}

function titlesOf(cards: readonly DocumentScorecard[]): WorkspaceScorecard['rules'] {
  const items = cards.flatMap(({ objectives }) => objectives.flatMap((each) => [each, ...each.keyResults]));
  const ids = new Set(items.flatMap(({ worst }) => worst?.ruleId ?? []));
  const titles = (language: Language) =>
    Object.fromEntries([...ids].map((id) => [id, titleOf(id, language)]));
  return { en: titles('en'), vi: titles('vi') };
}

/** Which objectives support which: a reference on a key result counts for its objective. */
function linksOf(index: AlignmentIndex, uri: string): { from: ObjectivePlace; to: ObjectivePlace }[] {
  return index.references(uri).flatMap((reference) => {
    const from = placeOf(index, uri, reference.item);
    return index.resolve(reference).flatMap(({ document, item }) => {
      const to = placeOf(index, document, item);
      return from && to && !(from.uri === to.uri && from.line === to.line) ? [{ from, to }] : [];
    });
  });
}

function placeOf(index: AlignmentIndex, uri: string, item: Located<Item>): ObjectivePlace | undefined {
  const document = index.reading(uri);
  const objective = document?.objectives().find((each) => holds(each, item));
  return document && objective && { uri, line: lineOf(document, objective) };
}

function holds(objective: LocatedObjective, { item, offset }: Located<Item>): boolean {
  return [objective, ...objective.keyResults, ...objective.initiatives].some(
    (each) => each.item === item && each.offset === offset,
  );
}

function lineOf({ lines }: OkrDocument, { item, offset }: Located<Item>): number {
  return lines.positionAt(offset + item.statement.span.start).line;
}
