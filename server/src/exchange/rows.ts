/** An OKR document as rows, in document order. Struck items are left out: their authors dropped them. */
import { fieldValue } from '../document';
import type {
  FieldName,
  InitiativeItem,
  Item,
  KeyResultItem,
  Located,
  LocatedObjective,
} from '../document/model';
import { cycleEntry } from '../progress';
import type { DocumentRequest, OkrLanguageService } from '../service';
import type { Quantity, StatementFacts } from '../statement/facts';
import { newIds } from './ids';
import { LIST_SEPARATOR, type Row, type RowType, rowOf } from './row';
import { titleOf } from './title';

interface Source {
  readonly request: DocumentRequest;
  readonly service: OkrLanguageService;
  readonly idOf: (item: Item) => string;
}

/** Rows of one document. Items without an id get one that is unique in it: `o1`, `o1-kr2`. */
export function rowsOf(service: OkrLanguageService, request: DocumentRequest): Row[] {
  const objectives = request.document.objectives().filter(({ item }) => !item.struck);
  const source: Source = { service, request, idOf: newIds(objectives) };
  const rows = objectives.flatMap((objective) => [
    objectiveRow(source, objective),
    ...live(objective.keyResults).map((kr) => keyResultRow(source, objective, kr)),
    ...live(objective.initiatives).map((one) => initiativeRow(source, objective, one)),
  ]);
  const { fiscalYear } = request.settings;
  return fiscalYear ? rows.map((row) => ({ ...row, fiscalYear })) : rows;
}

function live<T extends Item>(items: readonly Located<T>[]): readonly Located<T>[] {
  return items.filter(({ item }) => !item.struck);
}

function objectiveRow(source: Source, objective: LocatedObjective): Row {
  const { frontMatter } = source.request.document;
  return rowOf('objective', {
    ...common(source, 'objective', objective, objective),
    parent_id: fieldTexts(objective.item, 'alignment').join(LIST_SEPARATOR),
    visibility:
      fieldText(objective.item, 'visibility') || unquoted(frontMatter?.values.get('visibility')?.text),
  });
}

function keyResultRow(source: Source, objective: LocatedObjective, kr: Located<KeyResultItem>): Row {
  const { service, request } = source;
  const facts = service.factsOf(request.document, kr);
  const { progress, stated } = service.progress(request, kr) ?? {};
  const share = stated ?? progress ?? (kr.item.checked ? 1 : undefined);
  return rowOf('key_result', {
    ...common(source, 'key_result', kr, objective),
    parent_id: source.idOf(objective.item),
    ...valuesOfSentence(kr.item, facts),
    current: fieldText(kr.item, 'current') || (kr.item.checkIns[0]?.value ?? ''),
    progress: share === undefined ? '' : `${Math.round(share * 100)}%`,
    updated_at: fieldText(kr.item, 'updated') || (kr.item.checkIns[0]?.date ?? ''),
  });
}

function initiativeRow(source: Source, objective: LocatedObjective, one: Located<InitiativeItem>): Row {
  return rowOf('initiative', {
    ...common(source, 'initiative', one, objective),
    parent_id: source.idOf(servedBy(objective, one.item) ?? objective.item),
    status:
      fieldText(one.item, 'status') ||
      (one.item.checked === undefined ? '' : one.item.checked ? 'done' : 'open'),
  });
}

/** The key result that an initiative names: by its id, or by its label as in `-> KR1`. */
function servedBy({ keyResults }: LocatedObjective, initiative: InitiativeItem): Item | undefined {
  const named = fieldTexts(initiative, 'alignment')[0]?.replace(/\s+/gu, '').toLowerCase();
  if (named === undefined) return undefined;
  const labelOf = (item: Item) => item.label?.text.replace(/[\s:：.)]+/gu, '').toLowerCase();
  return keyResults.find(
    ({ item }) => fieldText(item, 'id').toLowerCase() === named || labelOf(item) === named,
  )?.item;
}

/** What an item says in fields of its own, and what its document says for all of them. */
function common(
  { request, idOf }: Source,
  type: RowType,
  { item, offset }: Located<Item>,
  objective: LocatedObjective,
): Partial<Row> {
  const { document } = request;
  const front = (name: string) => unquoted(document.frontMatter?.values.get(name)?.text);
  const inherited = type === 'initiative' ? '' : front('owner');
  return {
    id: idOf(item),
    title: titleOf(document, { item, offset }),
    owner: fieldTexts(item, 'owner').join(LIST_SEPARATOR) || inherited,
    team: fieldText(item, 'team') || fieldText(objective.item, 'team') || front('team'),
    cycle:
      fieldText(item, 'cycle') ||
      fieldText(objective.item, 'cycle') ||
      unquoted(cycleEntry(document.frontMatter)?.text) ||
      (objective.period ?? ''),
    start_date: fieldText(item, 'start'),
    due_date: fieldText(item, 'due'),
    weight: fieldText(item, 'weight'),
    score: fieldText(item, 'score'),
    confidence: fieldText(item, 'confidence'),
    status: fieldText(item, 'status'),
    progress: fieldText(item, 'progress'),
    labels: [...fieldTexts(item, 'type'), ...fieldTexts(item, 'labels')].join(LIST_SEPARATOR),
    updated_at: fieldText(item, 'updated'),
    visibility: fieldText(item, 'visibility'),
    unit: fieldText(item, 'unit'),
    baseline: fieldText(item, 'baseline'),
    target: fieldText(item, 'target'),
    current: fieldText(item, 'current'),
  };
}

/** Baseline, target and unit: from fields, else from the sentence itself. */
export function valuesOfSentence(
  item: Item,
  facts: StatementFacts,
): { readonly baseline: string; readonly target: string; readonly unit: string } {
  return {
    baseline: fieldText(item, 'baseline') || numberOf(facts.baseline),
    target: fieldText(item, 'target') || numberOf(facts.target),
    unit: fieldText(item, 'unit') || (facts.target?.unit ?? facts.baseline?.unit ?? ''),
  };
}

/** As plain digits, whatever the form in which the sentence has it: `1,5 tỷ` is 1500000000. */
function numberOf(quantity: Quantity | undefined): string {
  return quantity?.value === undefined ? '' : String(quantity.value);
}

export function fieldText(item: Item, name: FieldName): string {
  return fieldValue(item, name) ?? '';
}

export function fieldTexts(item: Item, name: FieldName): readonly string[] {
  return item.fields.flatMap((field) => (field.name === name ? [field.value] : []));
}

function unquoted(text: string | undefined): string {
  return text?.replace(/^(["'])(.*)\1$/u, '$2') ?? '';
}
