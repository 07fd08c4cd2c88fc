/** What a title or a sentence says as a whole, whatever label it may begin with. */

import { fold } from '../text/fold';
import { DEFINITION, ESSAY, OBJECTIVE_SENTENCE, OBJECTIVES_NAME, OKR_NAME, REPORT } from './label-patterns';
import { startOf } from './line-start';
import { findPeriod } from './period';

/** "OKRs", "Objectives and Key Results", in any of the languages; `folded` is folded text. */
export function isOkrName(folded: string): boolean {
  return OKR_NAME.test(folded);
}

/** Whether a title is that of objectives in some period, not one of them: `Mục tiêu quý 1/2027 của tổ Bếp`. */
export function namesObjectives(title: string): boolean {
  return OBJECTIVES_NAME.test(startOf(title).text) && findPeriod(title) !== undefined;
}

/** "Our objective this quarter was to:" announces the objective in the next paragraph. */
export function announcesObjective(line: string): boolean {
  // A colon may be a wide one.
  const last = line.charCodeAt(line.length - 1);
  if (last < 0x80 && last > 0x20 && last !== 0x3a) return false;
  const text = fold(line).text.trim();
  return text.length <= 200 && text.endsWith(':') && OBJECTIVE_SENTENCE.test(text);
}

/** Whether a heading announces how things went: check-ins, a review. */
export function isReport(title: string): boolean {
  return REPORT.test(fold(title).text);
}

/** Whether the text behind a label explains the word instead of naming an aim. */
export function isDefinition(text: string): boolean {
  return DEFINITION.test(fold(text).text.trim());
}

/** Whether a title is that of an essay or manual. */
export function isEssayTitle(folded: string): boolean {
  return ESSAY.test(folded);
}
