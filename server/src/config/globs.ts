/**
 * Globs of configuration files: `*`, `**`, `?`, `[a-z]`, `{a,b}`, and `!` in front to take back. Patterns come from
 * workspaces that nobody has vouched for, so matching takes time in proportion to pattern times path; patterns turned
 * into regular expressions cannot promise that.
 */

import { withoutSlash } from './paths';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | {
      readonly kind: 'set';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    };

/** One segment between slashes; `**` stands for any number of them. */
type Segment = readonly Token[] | '**';

const LONGEST = 300;
const MOST_ALTERNATIVES = 64;

/** Whether a path, relative to the folder that the patterns count from, is meant. Paths have `/` between folders. */
export type PathTest = (path: string) => boolean;

/** What keeps a pattern from being used, as a code of the catalogue. */
export function globComplaint(pattern: string): 'glob-outside' | 'glob-complex' | undefined {
  const plain = pattern.replace(/^!/, '').replace(/^(?:\.\/)+/, '');
  if (/^(?:\/|[A-Za-z]:|~\/)/.test(plain) || plain.includes('\\') || plain.split(/[/{},]/).includes('..'))
    return 'glob-outside';
  if (plain.length > LONGEST || expandBraces(plain) === undefined) return 'glob-complex';
  return undefined;
}

/**
 * The test for one pattern or several: a path is meant if the last pattern that matches it has no `!`. A pattern
 * without a slash matches in every folder; one that ends in a plain name also means what is in the folder of that
 * name. Patterns with a complaint match nothing.
 */
export function compileGlobs(patterns: string | readonly string[]): PathTest {
  const list = (typeof patterns === 'string' ? [patterns] : patterns)
    .filter((pattern) => globComplaint(pattern) === undefined)
    .map((pattern) => ({ negated: pattern.startsWith('!'), test: compileOne(pattern.replace(/^!/, '')) }));
  return (path) => {
    const segments = path.normalize('NFC').split('/');
    return list.reduce((meant, { negated, test }) => (test(segments) ? !negated : meant), false);
  };
}

function compileOne(pattern: string): (path: readonly string[]) => boolean {
  const plain = pattern.normalize('NFC').replace(/^(?:\.\/)+/, '');
  const alternatives = (expandBraces(plain) ?? []).map(toSegments);
  return (path) => alternatives.some((segments) => matchPath(segments, path));
}

function toSegments(pattern: string): Segment[] {
  const trimmed = withoutSlash(pattern);
  const segments = trimmed.split('/').map((part): Segment => (part === '**' ? '**' : tokens(part)));
  if (!trimmed.includes('/')) segments.unshift('**');
  const last = segments.at(-1);
  const named = last !== '**' && last?.every(({ kind }) => kind === 'text');
  if (named || trimmed !== pattern) segments.push('**');
  return segments;
}

/** The patterns without braces that a pattern with them stands for; undefined if they are too many. */
function expandBraces(pattern: string): string[] | undefined {
  const open = pattern.indexOf('{');
  const parts = open < 0 ? undefined : bracePart(pattern, open);
  if (!parts) return [pattern];
  const all: string[] = [];
  for (const choice of parts.choices) {
    const expanded = expandBraces(pattern.slice(0, open) + choice + pattern.slice(parts.end));
    if (!expanded || all.length + expanded.length > MOST_ALTERNATIVES) return undefined;
    all.push(...expanded);
  }
  return all;
}

/** What stands between commas in the braces that open at `open`; undefined if they do not close. */
function bracePart(pattern: string, open: number): { choices: string[]; end: number } | undefined {
  const choices: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = open; i < pattern.length; i++) {
    const char = pattern[i];
    if (char === '{') depth++;
    else if (char === '}') depth--;
    if ((char === ',' && depth === 1) || depth === 0) {
      choices.push(pattern.slice(start, i));
      start = i + 1;
    }
    if (depth === 0) return choices.length > 1 ? { choices, end: i + 1 } : undefined;
  }
  return undefined;
}

function tokens(part: string): Token[] {
  const found: Token[] = [];
  const chars = [...part];
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    const close = char === '[' ? chars.indexOf(']', i + 2) : -1;
    if (char === '*') {
      if (found.at(-1)?.kind !== 'star') found.push({ kind: 'star' });
    } else if (char === '?') found.push({ kind: 'any' });
    else if (close > 0) {
      found.push(setOf(chars.slice(i + 1, close)));
      i = close;
    } else found.push({ kind: 'text', text: char });
  }
  return found;
}

function setOf(chars: readonly string[]): Token {
  const negated = chars[0] === '!' || chars[0] === '^';
  const ranges: [string, string][] = [];
  for (let i = negated ? 1 : 0; i < chars.length; i++) {
    const from = chars[i] as string;
    const isRange = chars[i + 1] === '-' && i + 2 < chars.length;
    ranges.push([from, isRange ? (chars[i + 2] as string) : from]);
    if (isRange) i += 2;
  }
  return { kind: 'set', negated, ranges };
}

/**
 * Wildcard matching that goes back only to the last wildcard, because an earlier one need never take more: at most
 * `pattern` times `text` steps.
 */
function matchWild<P, T>(
  pattern: readonly P[],
  text: readonly T[],
  isWild: (one: P) => boolean,
  fits: (one: P, unit: T) => boolean,
): boolean {
  let p = 0;
  let t = 0;
  let wild = -1;
  let resume = 0;
  while (t < text.length) {
    const one = pattern[p];
    if (p < pattern.length && isWild(one as P)) {
      wild = p++;
      resume = t;
    } else if (p < pattern.length && fits(one as P, text[t] as T)) {
      p++;
      t++;
    } else if (wild >= 0) {
      p = wild + 1;
      t = ++resume;
    } else return false;
  }
  while (p < pattern.length && isWild(pattern[p] as P)) p++;
  return p === pattern.length;
}

function matchPath(segments: readonly Segment[], path: readonly string[]): boolean {
  return matchWild(
    segments,
    path,
    (segment) => segment === '**',
    (segment, name) => segment !== '**' && matchName(segment, name),
  );
}

function matchName(segment: readonly Token[], name: string): boolean {
  return matchWild(
    segment,
    [...name],
    ({ kind }) => kind === 'star',
    (token, char) => fitsToken(token, char),
  );
}

function fitsToken(token: Token, char: string): boolean {
  if (token.kind === 'text') return token.text === char;
  if (token.kind === 'set')
    return token.ranges.some(([from, to]) => from <= char && char <= to) !== token.negated;
  return true;
}
