/** Puts the steps together: text → reading → clauses → roles → verdict → facts. */
import type { Language } from '../text/language';
import { amountsByToken, readAmounts } from './amounts';
import { assemble } from './assemble';
import { findClauses } from './clauses';
import { createEnglish } from './en/index';
import type { StatementFacts } from './facts';
import { withoutWords } from './foreign';
import { judge, strongest } from './judge';
import { findMetric } from './metrics';
import { assignRoles } from './roles';
import { type Grammar, readSentence } from './sentence';
import type { Judged } from './verdicts';
import { createVietnamese } from './vi/index';
import { readZones } from './zones';

const MAKERS: Readonly<Record<Language, () => Grammar>> = { en: createEnglish, vi: createVietnamese };
const made = new Map<Language, Grammar>();

/** Grammars are built on first use: a document in one language does not pay for the other. */
export function grammarOf(language: Language): Grammar {
  let grammar = made.get(language);
  if (!grammar) {
    grammar = MAKERS[language]();
    made.set(language, grammar);
  }
  return grammar;
}

/** Invisible signs, among them those that turn the direction of the text, and full-width forms (`２０％`). */
const ODD_FORMS = /[\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2069\uff01-\uff5e]/gu;
/** How far a full-width form is from the plain one. */
const FULL_WIDTH = 0xfee0;

/** The text with a plain sign for each odd one: spans count in the text as given. */
function inPlainForm(text: string): string {
  return text.replace(ODD_FORMS, (sign) =>
    sign > '\uff00' ? String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH) : ' ',
  );
}

/**
 * Facts about one statement.
 * @param text the sentence, with inline markup and line breaks blanked out; NFC or NFD
 * @param foreign the words are in another language (see `isForeign`), so only the numbers are read
 * @returns facts whose spans are UTF-16 offsets in `text` as given. Never throws.
 */
export function analyse(text: string, language: Language, foreign = false): StatementFacts {
  const sentence = readSentence(inPlainForm(text), grammarOf(language));
  const amounts = readAmounts(sentence);
  const reading = readZones(sentence, amounts, amountsByToken(sentence, amounts));
  const judged = findClauses(reading).map((clause): Judged => {
    const metric = findMetric(reading, clause.from, clause.to, clause.structure.head);
    return { reading, clause, metric, roles: assignRoles(reading, clause, metric) };
  });
  const verdicts = judged.map(judge);
  const facts = assemble(judged, verdicts, strongest(verdicts));
  return foreign ? withoutWords(facts, text) : facts;
}
