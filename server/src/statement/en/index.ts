/** English: inflecting, head-final, `1,000.5`. */
import { buildLexicon, type Source } from '../build';
import { type Entry, Form, type Lexicon } from '../lexicon';
import type { Grammar } from '../sentence';
import units from '../units.generated.json';
import metrics from './metrics.generated.json';
import { englishMorphology } from './morphology';
import nouns from './nouns.generated.json';
import verbs from './verbs.generated.json';
import words from './words.generated.json';

/** The English data, also lent to other languages for loan words. */
export const english: Source = {
  data: { verbs, nouns, metrics, words },
  morphology: englishMorphology,
  loan: false,
};

const VERB_SUFFIX = /^[a-z]{2,}(?:ise|ize|ify|ate)$/;
const NOUN_SUFFIX =
  /(?:rate|late|mate|date|state|climate|private|corporate|candidate|certificate|template|estate|duplicate|ultimate|exercise|enterprise|expertise|franchise|merchandise|noise|premise|size|prize|appropriate|accurate|separate|affiliate|aggregate|syndicate|delegate|advocate|climate|associate|graduate|doctorate|chocolate|plate|gate|intermediate|immediate|adequate|precise|wise|otherwise|likewise)$/;
const PREFIX = /^(?:re|co|pre|de|un|over|up|out|mis)(?=[a-z]{3})/;

function guessVerb(norm: string, lexicon: Lexicon): Entry | undefined {
  const stem = norm.replace(PREFIX, '');
  if (stem !== norm) {
    const known = lexicon.get(stem);
    if (known?.verb !== undefined && known.form & (Form.Base | Form.Past) && known.noun === 0) return known;
  }
  if (VERB_SUFFIX.test(norm) && !NOUN_SUFFIX.test(norm)) return lexicon.get('implement');
  return undefined;
}

export function createEnglish(): Grammar {
  const lexicon = buildLexicon([english], units, false);
  return {
    language: 'en',
    lexicon,
    shadow: lexicon,
    headFinal: true,
    groupMark: ',',
    inflects: true,
    guessVerb,
  };
}
