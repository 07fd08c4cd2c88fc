/** Scores, confidence, weights and stated progress: whatever the scale they are written in, a share of 1. */
import { parseNumber } from '../statement/numbers';
import { withoutEnd } from './values';
import { confidenceOf, normal, type Status, statusOf } from './words';

/** `0.7`, `70 %`, `7/10`, with what the sign says. */
interface Written {
  readonly number: number;
  readonly percent: boolean;
  readonly outOf?: number;
}

/** What a tracking field says on its scale. */
export interface Scaled {
  /** 0 to 1 where `valid`. */
  readonly share: number;
  readonly valid: boolean;
}

// regex: the text is a field of at most 60 characters
const NUMBER =
  /^[~≈]?\s*(?<number>[-−]?\d[\d.,]*)\s*(?<percent>%)?(?:\s*\/\s*(?<over>\d[\d.,]*)\s*%?)?(?!\p{L})/u;
const LONGEST = 60;

function writtenIn(text: string): Written | undefined {
  // `0.3 → 0.7`: the newest counts.
  const last = text.slice(0, LONGEST).split(/→|->/u).at(-1) ?? '';
  const groups = NUMBER.exec(last.trim())?.groups;
  if (!groups?.number) return undefined;
  const value = (digits: string) => parseNumber(withoutEnd(digits.replace('−', '-')), ',', true);
  const number = value(groups.number);
  if (!Number.isFinite(number)) return undefined;
  const outOf = groups.over === undefined ? undefined : value(groups.over);
  return { number, percent: groups.percent !== undefined, ...(outOf !== undefined && { outOf }) };
}

function scaled(number: number, top: number): Scaled {
  const share = top > 0 ? number / top : Number.NaN;
  return { share, valid: share >= 0 && share <= 1 };
}

/** A final score: 0 to 1, or `70 %`, `7/10`. Undefined where the text is no number. */
export function parseScore(text: string): Scaled | undefined {
  const written = writtenIn(text);
  if (!written) return undefined;
  return scaled(written.number, written.outOf ?? (written.percent ? 100 : 1));
}

/** Confidence: `6/10`, `6`, `0.6`, `60 %`, `high`, `cao`, a light. Undefined where the text is none of these. */
export function parseConfidence(text: string): Scaled | undefined {
  const written = writtenIn(text);
  if (!written) {
    const share = confidenceOf(normal(text));
    return share === undefined ? undefined : { share, valid: true };
  }
  if (written.outOf !== undefined) return scaled(written.number, written.outOf);
  if (written.percent) return scaled(written.number, 100);
  return scaled(written.number, written.number <= 1 ? 1 : 10);
}

/** A progress that is written down: `40 %`, `40`, `0.4`, `2/5`; above 1 where more than everything was reached. */
export function parseProgress(text: string): number | undefined {
  const written = writtenIn(text);
  if (!written || written.number < 0) return undefined;
  if (written.outOf !== undefined) return written.outOf > 0 ? written.number / written.outOf : undefined;
  if (written.percent) return written.number / 100;
  return written.number <= 1 ? written.number : written.number / 100;
}

/** A weight as written, with `%` taken for hundredths: what it is a share of, its siblings tell. */
export function parseWeight(text: string): number | undefined {
  const written = writtenIn(text);
  if (!written || written.number < 0) return undefined;
  return written.percent ? written.number / 100 : written.number;
}

/** The status in a field: the whole of it, or the words before a dash or comma, or its sign. */
export function parseStatus(text: string): Status | undefined {
  const folded = normal(text.slice(0, LONGEST));
  const head = folded.split(/[,;:(–—-]\s|\s[–—-]/u, 1)[0]?.trim() ?? '';
  return statusOf(folded) ?? statusOf(head) ?? statusOf([...folded][0] ?? '');
}
