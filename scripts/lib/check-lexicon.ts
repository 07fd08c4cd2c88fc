/**
 * Checks of the statement lexicons that a JSON schema cannot express: one class per verb, one sense per metric, no
 * word listed twice in two spellings, marks only on words that are there.
 */
import { canonical } from '../../server/src/statement/spelling';

/** One knowledge file after parsing. `lineOf` gives the line of a JSON pointer, for messages. */
export interface KnowledgeFile {
  /** Path relative to the repository. */
  readonly name: string;
  readonly value: unknown;
  lineOf(pointer: string): number;
}

type Groups = Readonly<Record<string, unknown>>;
interface Place {
  readonly phrase: string;
  readonly pointer: string;
}

const LEXICON_FILE = /statement\/[a-z]{2}\/(verbs|nouns|metrics|words)\.yaml$/;
const VERB_MARKS: ReadonlySet<string> = new Set(['traits', 'multiply', 'irregular']);
const METRIC_MARKS: ReadonlySet<string> = new Set(['heads', 'fuzzy', 'vanity', 'instrument']);

/** Problems of the lexicon files among `files`, each as `file:line: reason`. */
export function lexiconProblems(files: readonly KnowledgeFile[]): string[] {
  return files.flatMap((file) => {
    const kind = LEXICON_FILE.exec(file.name.replaceAll('\\', '/'))?.[1];
    if (kind === undefined || typeof file.value !== 'object' || file.value === null) return [];
    const report = new Report(file);
    report.spelling();
    if (kind === 'verbs') report.verbs();
    if (kind === 'metrics') report.metrics();
    if (kind === 'words') report.operators();
    return report.problems;
  });
}

class Report {
  readonly problems: string[] = [];
  private readonly groups: Groups;

  constructor(private readonly file: KnowledgeFile) {
    this.groups = file.value as Groups;
  }

  /** Lower case everywhere, and no word twice in a group under two spellings (`hóa`, `hoá`). */
  spelling(): void {
    this.eachList(this.groups, '', (phrases, pointer) => {
      const seen = new Map<string, string>();
      for (const { phrase, pointer: at } of places(phrases, pointer)) {
        if (phrase !== phrase.toLowerCase()) this.add(at, `"${phrase}" must be in lower case`);
        const key = spelled(phrase);
        const twin = seen.get(key);
        if (twin !== undefined) this.add(at, `"${phrase}" is "${twin}" in another spelling`);
        seen.set(key, phrase);
      }
    });
  }

  verbs(): void {
    const classes = Object.keys(this.groups).filter((name) => !VERB_MARKS.has(name));
    const known = this.onlyOnce(classes, 'class');
    this.marksKnown(this.groups.traits, '/traits', known);
    for (const mark of ['multiply', 'irregular'])
      for (const verb of Object.keys((this.groups[mark] ?? {}) as Groups))
        if (!known.has(spelled(verb)) && !startsAny(known, verb))
          this.add(`/${mark}/${escapeStep(verb)}`, `"${verb}" is in no class`);
  }

  metrics(): void {
    const senses = Object.keys(this.groups).filter((name) => !METRIC_MARKS.has(name));
    const known = this.onlyOnce(senses, 'group');
    for (const mark of ['fuzzy', 'vanity'])
      for (const { phrase, pointer } of places(this.groups[mark], `/${mark}`))
        if (!known.has(spelled(phrase))) this.add(pointer, `"${phrase}" is no metric of any group`);
    const heads = (this.groups.heads ?? {}) as Groups;
    this.listedOnce(Object.keys(heads), 'kind of head', (name) => places(heads[name], `/heads/${name}`));
  }

  operators(): void {
    for (const name of ['operator', 'postfix']) {
      const lists = (this.groups[name] ?? {}) as Groups;
      this.listedOnce(Object.keys(lists), 'comparison', (key) => places(lists[key], `/${name}/${key}`));
    }
  }

  private onlyOnce(names: readonly string[], what: string): ReadonlyMap<string, string> {
    return this.listedOnce(names, what, (name) => places(this.groups[name], `/${name}`));
  }

  /** Which group each phrase is in; a problem where it is in two. */
  private listedOnce(
    names: readonly string[],
    what: string,
    list: (name: string) => readonly Place[],
  ): ReadonlyMap<string, string> {
    const owner = new Map<string, string>();
    for (const name of names)
      for (const { phrase, pointer } of list(name)) {
        const key = spelled(phrase);
        const other = owner.get(key);
        if (other !== undefined && other !== name)
          this.add(pointer, `"${phrase}" is in more than one ${what}: ${other} and ${name}`);
        owner.set(key, name);
      }
    return owner;
  }

  private marksKnown(marks: unknown, pointer: string, known: ReadonlyMap<string, string>): void {
    this.eachList((marks ?? {}) as Groups, pointer, (phrases, at) => {
      for (const place of places(phrases, at))
        if (!known.has(spelled(place.phrase))) this.add(place.pointer, `"${place.phrase}" is in no class`);
    });
  }

  private eachList(
    groups: Groups,
    pointer: string,
    visit: (phrases: unknown, pointer: string) => void,
  ): void {
    for (const [name, value] of Object.entries(groups)) {
      const at = `${pointer}/${escapeStep(name)}`;
      if (Array.isArray(value)) visit(value, at);
      else if (typeof value === 'object' && value !== null) this.eachList(value as Groups, at, visit);
    }
  }

  private add(pointer: string, reason: string): void {
    this.problems.push(`${this.file.name}:${this.file.lineOf(pointer)}: ${reason}`);
  }
}

function places(phrases: unknown, pointer: string): readonly Place[] {
  if (!Array.isArray(phrases)) return [];
  return (phrases as readonly string[]).map((phrase, index) => ({ phrase, pointer: `${pointer}/${index}` }));
}

/** One spelling for a phrase: tone placement, hyphens as spaces. */
function spelled(phrase: string): string {
  return phrase.split(/[ -]/).map(canonical).join(' ');
}

/** `set` stands for `set up` and its like, which inflect their first word. */
function startsAny(known: ReadonlyMap<string, string>, verb: string): boolean {
  for (const phrase of known.keys()) if (phrase.startsWith(`${verb} `)) return true;
  return false;
}

function escapeStep(step: string): string {
  return step.replaceAll('~', '~0').replaceAll('/', '~1');
}
