/** What stands between the two numbers of a step: `from 18% to 25%`, `từ 6% xuống 2%`, `30 → 50`. As parts of patterns. */
import { anyOf, wordsOf } from './words';

export const ARROW = '→|⟶|➔|➜|[-=–]\\s?>';
/** For folded text. */
export const STEP_TO = anyOf(wordsOf('stepTo'));
/** For text as it is written, where a look has to be cheap. */
export const STEP_TO_WRITTEN = wordsOf('stepTo').join('|');
