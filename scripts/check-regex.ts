/**
 * Proves that no regular expression of the server can be slow: `npm run check:regex`.
 *
 * Every literal in `server/src` and every `new RegExp(...)` that a module builds while it loads is given to recheck
 * (its pure JavaScript engine). A pattern passes when matching takes linear time. Patterns built later, from a user's
 * words, cannot be seen here. Where the line above a pattern says why it is safe all the same (`// regex: the text is
 * one label of at most 120 characters`), it is let through. Verdicts are kept in `.okrlint-cache`, so only new
 * patterns take time.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { LETTER } from '../server/src/text/letters';

interface Pattern {
  /** `file:line` of every place that has it. */
  readonly places: string[];
  readonly source: string;
  readonly flags: string;
}

interface Answer {
  readonly key: string;
  readonly problem: string | undefined;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'server/src');
const WORKER = join(root, 'scripts/lib/regex-worker.mjs');

/**
 * Wide Unicode classes make the proof slow without making it better: what matters is which classes share characters.
 * Each is replaced by a small one that overlaps with the same neighbours.
 */
const SMALL_CLASSES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(LETTER.replaceAll('\\', '\\\\'), 'g'), 'A-Za-zÀ-ỹ'],
  [/\\p\{(?:L|Letter|Alphabetic)\}/g, 'A-Za-zÀ-ỹ'],
  [/\\p\{(?:Lu|Uppercase_Letter)\}/g, 'A-ZÀ-Ý'],
  [/\\p\{(?:Ll|Lowercase_Letter)\}/g, 'a-zà-ỹ'],
  [/\\p\{(?:M|Mark|Mn)\}/g, '\\u0300-\\u036f'],
  [/\\p\{(?:N|Nd|Number)\}/g, '0-9'],
  [/\\p\{(?:P|Punctuation)\}/g, '!-/:-@\\[-`{-~'],
  [/\\p\{(?:S|Symbol|Sc)\}/g, '$+<->^`|~€'],
  [/\\p\{Extended_Pictographic\}/g, '😀-😎'],
];

/** The pattern with small classes, inside and outside of brackets. */
export function narrowed(source: string): string {
  let result = '';
  let inClass = false;
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const small = SMALL_CLASSES.find(([wide]) => rest.search(wide) === 0);
    if (small) {
      result += inClass ? small[1] : `[${small[1]}]`;
      at += rest.match(small[0])?.[0].length ?? 1;
      continue;
    }
    const char = source.charAt(at);
    if (char === '[') inClass = true;
    else if (char === ']') inClass = false;
    const step = char === '\\' ? 2 : 1;
    result += source.slice(at, at + step);
    at += step;
  }
  return result;
}

function sourceFiles(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file))
    .sort();
}

/** Whether the comment above a line says why its pattern is safe. */
function isExcused(lines: readonly string[], line: number): boolean {
  for (let at = line - 1; /^\s*\/\//.test(lines[at] ?? ''); at--)
    if (/^\s*\/\/ regex: \S/.test(lines[at] ?? '')) return true;
  return false;
}

class Collector {
  /** Places whose comment says why they are safe. */
  readonly excused = new Set<string>();
  readonly patterns = new Map<string, Pattern>();
  /** Places of `new RegExp`, and whether a pattern was seen from there. */
  readonly sites = new Map<string, boolean>();

  add(source: string, flags: string, place: string): void {
    const key = `/${source}/${flags}`;
    const known = this.patterns.get(key);
    if (known) known.places.push(place);
    else this.patterns.set(key, { places: [place], source, flags });
  }

  private literal(text: string, place: string): void {
    const end = text.lastIndexOf('/');
    this.add(text.slice(1, end), text.slice(end + 1), place);
  }

  literals(path: string): void {
    const text = readFileSync(path, 'utf8');
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
    const lines = text.split('\n');
    const visit = (node: ts.Node): void => {
      const line = () => file.getLineAndCharacterOfPosition(node.getStart()).line;
      const literal = ts.isRegularExpressionLiteral(node);
      if (literal || isConstructor(node)) {
        const place = `${relative(root, path)}:${line() + 1}`;
        if (isExcused(lines, line())) this.excused.add(place);
        else if (literal) this.literal(node.text, place);
        else this.sites.set(place, false);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }

  /** Loads the modules that can be loaded without starting anything, and notes what they build. */
  async constructed(paths: readonly string[]): Promise<void> {
    const Original = globalThis.RegExp;
    const note = (pattern: unknown, flags: unknown, place: string | undefined): void => {
      if (place === undefined || this.excused.has(place)) return;
      this.sites.set(place, true);
      if (typeof pattern === 'string') this.add(pattern, String(flags ?? ''), place);
    };
    const construct = (target: RegExpConstructor, args: [string, string?]) => {
      note(args[0], args[1], callerIn(new Error().stack ?? ''));
      return Reflect.construct(target, args) as RegExp;
    };
    globalThis.RegExp = new Proxy(Original, {
      construct,
      apply: (target, _, args) => construct(target, args as [string, string?]),
    });
    try {
      for (const path of paths) await import(pathToFileURL(path).href);
    } finally {
      globalThis.RegExp = Original;
    }
  }
}

function isConstructor(node: ts.Node): boolean {
  return (
    (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'RegExp'
  );
}

/** First place of a stack trace inside `server/src`, as `file:line`. */
function callerIn(stack: string): string | undefined {
  for (const line of stack.split('\n')) {
    const found = /((?:file:\/\/)?\/[^()\s]*server\/src\/[^()\s]*?\.ts)(?:\?[^:\s]*)?:([0-9]+):[0-9]+/.exec(
      line,
    );
    if (found?.[1] && found[2]) {
      const path = found[1].startsWith('file:') ? fileURLToPath(found[1]) : found[1];
      return `${relative(root, path)}:${found[2]}`;
    }
  }
  return undefined;
}

/** Modules whose import has effects: the entrances and what talks to an editor or a terminal. */
const STARTS = /server\/src\/(?:main\.|lsp\/|cli\/)/;

/** Gives the patterns to as many workers as there are processors. */
async function prove(patterns: ReadonlyMap<string, Pattern>): Promise<Answer[]> {
  const queue = [...patterns.entries()];
  const answers: Answer[] = [];
  const workers = Math.max(1, Math.min(availableParallelism(), queue.length));
  await Promise.all(
    Array.from({ length: workers }, () => {
      const worker = new Worker(WORKER, { env: { ...process.env, RECHECK_BACKEND: 'pure' }, execArgv: [] });
      return new Promise<void>((finish, fail) => {
        const next = () => {
          const entry = queue.pop();
          if (!entry) {
            finish();
            void worker.terminate();
          } else
            worker.postMessage({ key: entry[0], source: narrowed(entry[1].source), flags: entry[1].flags });
        };
        worker.on('message', (answer: Answer) => {
          answers.push(answer);
          next();
        });
        worker.on('error', fail);
        next();
      });
    }),
  );
  return answers;
}

/** Verdicts of earlier runs by pattern; `null` for a pattern that passed. */
type Known = Record<string, string | null>;

/**
 * Code whose patterns never see long text: `document/lines.ts` leaves lines of more than 10,000 units unread and
 * `document/front-matter.ts` stops at 16,000. There a polynomial is bounded; an exponential one is not, and fails.
 */
const BOUNDED = 'server/src/document/';

function isBounded({ places }: Pattern, problem: string): boolean {
  return (
    /polynomial/.test(problem) && places.every((place) => place.replaceAll('\\', '/').startsWith(BOUNDED))
  );
}

const VERSION = (
  JSON.parse(readFileSync(join(root, 'node_modules/recheck/package.json'), 'utf8')) as { version: string }
).version;
const CACHE = join(root, '.okrlint-cache', `regex-${VERSION}.json`);

function readKnown(): Known {
  try {
    return JSON.parse(readFileSync(CACHE, 'utf8')) as Known;
  } catch {
    return {};
  }
}

async function main(): Promise<void> {
  const started = performance.now();
  const collector = new Collector();
  const files = sourceFiles();
  for (const path of files) collector.literals(path);
  await collector.constructed(
    files.filter((path) => !STARTS.test(relative(root, path).replaceAll('\\', '/'))),
  );
  const known = readKnown();
  const open = new Map([...collector.patterns].filter(([key]) => !(key in known)));
  for (const { key, problem } of await prove(open)) known[key] = problem ?? null;
  mkdirSync(dirname(CACHE), { recursive: true });
  writeFileSync(CACHE, `${JSON.stringify(known)}\n`);

  const problems: string[] = [];
  for (const [place, seen] of collector.sites)
    if (!seen) problems.push(`${place}: built after loading, so it cannot be checked; make it a constant`);
  let bounded = 0;
  for (const [key, pattern] of collector.patterns) {
    const problem = known[key];
    if (!problem) continue;
    if (isBounded(pattern, problem)) bounded++;
    else problems.push(`${pattern.places.join(', ')}: ${shortened(key)}: ${problem}`);
  }
  if (problems.length > 0) {
    console.error(problems.sort().join('\n'));
    console.error(
      `${problems.length} of ${collector.patterns.size} regular expressions may be slow. Make them linear, or say in a line "// regex: ..." above why they never see long text.`,
    );
    process.exit(1);
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `${collector.patterns.size - bounded} regular expressions take linear time, ${bounded} are polynomial on lines of bounded length, ${collector.excused.size} are excused by a comment (${seconds} s).`,
  );
}

function shortened(pattern: string): string {
  return pattern.length > 160 ? `${pattern.slice(0, 157)}…` : pattern;
}

await main();
