/**
 * Measures the judge of key results on labelled statements.
 *
 *   npm run measure:judgement [-- [--misses] [--speed] FILE.jsonl ...]
 *
 * Each line: `{id, kind: kr|objective, label, disputed, text}`. Without files: `../shared/corpus/*.jsonl` and
 * `test/corpus/*.jsonl`. *Flagged* means a finding that says "no measurable result" at any severity, *warned* a
 * finding of any rule at warning or above, both in the default profile.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Item } from '../server/src/document/model';
import { checkStatement, DEFAULT_PROFILE, type Finding, resolveSeverities } from '../server/src/rules/index';
import {
  analyse,
  detectLanguage,
  documentLanguage,
  foreignVote,
  isForeign,
  type StatementClass,
  type StatementFacts,
} from '../server/src/statement/index';
import type { Language } from '../server/src/text/language';

interface Line {
  readonly id: string;
  readonly kind: 'kr' | 'objective';
  readonly label: string;
  readonly disputed: boolean;
  readonly text: string;
}

interface Judged extends Line {
  readonly file: string;
  readonly language: Language;
  readonly facts: StatementFacts;
  readonly findings: readonly Finding[];
  readonly flagged: boolean;
  readonly warned: boolean;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const showMisses = args.includes('--misses');
const files = args.filter((arg) => !arg.startsWith('--'));

function corpusFiles(): string[] {
  const folders = [resolve(root, '../shared/corpus'), join(root, 'test/corpus')];
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(folder, name)),
    );
}

function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

/** Rules that say "no measurable result", for key results and for objectives. */
const FLAGS: ReadonlySet<string> = new Set([
  'kr-activity',
  'kr-counted-activity',
  'kr-no-number',
  'kr-unbounded',
  'kr-vague-quantity',
  'kr-binary',
  'objective-vague',
  'objective-is-activity',
]);
const severityOf = resolveSeverities(DEFAULT_PROFILE);

/** The line as if it stood alone in a document, without fields. */
function itemOf(line: Line): Item {
  const span = { start: 0, end: line.text.length };
  const common = {
    span,
    form: 'bullet',
    statement: { span, text: line.text },
    fields: [],
    struck: false,
  } as const;
  return line.kind === 'kr'
    ? { ...common, kind: 'key-result', checkIns: [] }
    : { ...common, kind: 'objective' };
}

function judgeFile(file: string): Judged[] {
  const lines = readLines(file);
  const fallback = documentLanguage(lines.map((line) => line.text));
  const strangers = lines.filter((line) => foreignVote(line.text) >= 1).length;
  const around = strangers * 2 > lines.length;
  return lines.map((line) => {
    const facts = analyse(line.text, detectLanguage(line.text, fallback), isForeign(line.text, around));
    const findings = checkStatement({ item: itemOf(line), facts }, severityOf);
    return {
      ...line,
      file: basename(file),
      language: fallback,
      facts,
      findings,
      flagged: findings.some(({ ruleId }) => FLAGS.has(ruleId)),
      warned: findings.some(({ severity }) => severity === 'warning' || severity === 'error'),
    };
  });
}

/** Predicted classes that agree with a label. */
const AGREES: Readonly<Record<string, readonly StatementClass[]>> = {
  activity: ['activity', 'counted-activity', 'milestone'],
  vague: ['vague'],
  outcome: ['outcome', 'baseline'],
};

function wrong(line: Judged): boolean {
  if (line.kind === 'objective') return (line.label === 'bad') !== line.flagged;
  return line.label === 'outcome' ? line.warned : !line.flagged;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;
}

function headline(title: string, lines: readonly Judged[]): void {
  const krs = lines.filter((line) => line.kind === 'kr');
  const of = (label: string) => krs.filter((line) => line.label === label);
  const [activities, outcomes, vagues] = [of('activity'), of('outcome'), of('vague')];
  console.log(`\n${title}: ${krs.length} key results`);
  console.log(
    `  activities flagged          ${percent(activities.filter((l) => l.flagged).length, activities.length)}`,
  );
  console.log(
    `  vague flagged               ${percent(vagues.filter((l) => l.flagged).length, vagues.length)}`,
  );
  console.log(
    `  outcomes with a warning     ${percent(outcomes.filter((l) => l.warned).length, outcomes.length)}`,
  );
  console.log(
    `  outcomes with information   ${percent(outcomes.filter((l) => l.flagged && !l.warned).length, outcomes.length)}`,
  );
  for (const label of ['activity', 'vague', 'outcome']) {
    const agrees = AGREES[label] ?? [];
    const hit = of(label).filter((l) => agrees.includes(l.facts.class)).length;
    const said = krs.filter((l) => l.label in AGREES && agrees.includes(l.facts.class)).length;
    const [p, r] = [hit / said, hit / of(label).length];
    console.log(
      `  class ${label.padEnd(9)} P ${percent(hit, said)}  R ${percent(hit, of(label).length)}  F1 ${((2 * p * r) / (p + r)).toFixed(3)}`,
    );
  }
  confusion(krs);
  baselines(krs);
  objectives(lines.filter((line) => line.kind === 'objective'));
}

const CLASSES: readonly StatementClass[] = [
  'outcome',
  'baseline',
  'counted-activity',
  'activity',
  'milestone',
  'vague',
];

function confusion(krs: readonly Judged[]): void {
  console.log(`  ${'label'.padEnd(10)}${CLASSES.map((name) => name.slice(0, 9).padStart(10)).join('')}`);
  for (const label of new Set(krs.map((line) => line.label))) {
    const row = CLASSES.map((name) => krs.filter((l) => l.label === label && l.facts.class === name).length);
    console.log(`  ${label.padEnd(10)}${row.map((n) => String(n).padStart(10)).join('')}`);
  }
}

const TEN_VERBS =
  /^(?:launch|build|create|develop|implement|release|hold|run|write|train|triển khai|xây dựng|tổ chức|thực hiện|đào tạo|tạo|viết|thiết kế|phát triển|hoàn thành)(?![\p{L}\p{M}])/iu;

function baselines(krs: readonly Judged[]): void {
  const says: readonly [string, (line: Judged) => boolean][] = [
    ['no digit means activity', (line) => !/[0-9]/.test(line.text)],
    ['ten commonest verbs', (line) => TEN_VERBS.test(line.text.normalize('NFC').trim())],
  ];
  for (const [name, flags] of says) {
    const weak = krs.filter((line) => line.label === 'activity' || line.label === 'vague');
    const outcomes = krs.filter((line) => line.label === 'outcome');
    console.log(
      `  baseline "${name}": weak flagged ${percent(weak.filter(flags).length, weak.length)}, outcomes flagged ${percent(outcomes.filter(flags).length, outcomes.length)}`,
    );
  }
}

function objectives(lines: readonly Judged[]): void {
  if (lines.length === 0) return;
  const bad = lines.filter((line) => line.label === 'bad');
  const good = lines.filter((line) => line.label === 'good');
  console.log(
    `  objectives: bad flagged ${percent(bad.filter((line) => line.flagged).length, bad.length)}, good silent ${percent(good.filter((line) => !line.flagged).length, good.length)}`,
  );
}

function excerpt(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end);
}

function describe(line: Judged): string {
  const { facts, text } = line;
  const parts = [
    `${facts.class} ${facts.confidence}`,
    facts.form,
    facts.head && `head ${facts.head.lemma}/${facts.head.class}`,
    facts.metric &&
      `metric "${excerpt(text, facts.metric.span)}" ${facts.metric.kind}-${facts.metric.polarity}`,
    ...facts.quantities.map((q) => `${q.role} "${excerpt(text, q.span)}"`),
    facts.means && `means "${excerpt(text, facts.means)}"`,
    facts.purpose && `purpose "${excerpt(text, facts.purpose)}"`,
    facts.deadline && `deadline "${excerpt(text, facts.deadline)}"`,
    facts.clauses.length > 1 && `${facts.clauses.length} clauses`,
    `[${line.findings.map((f) => `${f.ruleId}:${f.severity}`).join(' ')}]`,
  ];
  return parts.filter(Boolean).join('; ');
}

function misses(lines: readonly Judged[]): void {
  for (const line of lines) {
    const classOff = line.kind === 'kr' && !(AGREES[line.label] ?? CLASSES).includes(line.facts.class);
    if (!wrong(line) && !classOff) continue;
    console.log(
      `${wrong(line) ? 'MISS' : 'off '} ${line.disputed ? 'D ' : ''}${line.id} [${line.kind} ${line.label}] ${line.text}\n       ${describe(line)}`,
    );
  }
}

const BATCH = 10;

/**
 * Time of one `analyse` call by statement: the best of several batches, so that other work on the machine does not
 * count. Nothing is kept between calls, so a repeated call does the same work again.
 */
function speed(lines: readonly Judged[]): void {
  for (let n = 0; n < 20; n++) for (const line of lines) analyse(line.text, line.facts.language);
  const times = lines.map(({ text, facts }) => {
    let best = Number.POSITIVE_INFINITY;
    for (let n = 0; n < 12; n++) {
      const before = performance.now();
      for (let k = 0; k < BATCH; k++) analyse(text, facts.language);
      best = Math.min(best, (1000 * (performance.now() - before)) / BATCH);
    }
    return best;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1);
  console.log(
    `\nspeed: ${times.length} statements, median ${at(0.5)} µs, p95 ${at(0.95)} µs, slowest ${at(1)} µs`,
  );
}

const all = (files.length > 0 ? files : corpusFiles()).flatMap(judgeFile);
if (all.length === 0) {
  console.error('No corpus found: name a file, or put ../shared/corpus beside the repository.');
  process.exit(2);
}
console.log(`Findings of profile "${DEFAULT_PROFILE}"; lines marked disputed are counted apart.`);
const settled = all.filter((line) => !line.disputed);
for (const language of ['en', 'vi'] as const)
  headline(
    language,
    settled.filter((line) => line.language === language && line.file !== 'article.jsonl'),
  );
const article = settled.filter((line) => line.file === 'article.jsonl');
if (article.length > 0) headline('article', article);
headline('all', settled);
headline(
  'disputed',
  all.filter((line) => line.disputed),
);
if (showMisses) {
  console.log('\nMisses (MISS: counts against the targets; off: another class than labelled)');
  misses(all);
}
speed(all);
