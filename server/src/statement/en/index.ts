/** English: inflecting, head-final, `1,000.5`. */
import { buildLexicon, type Source } from '../build';
import { type Entry, Form, Noun, Part } from '../entry';
import type { Lexicon } from '../lexicon';
import type { Grammar } from '../sentence';
import units from '../units.generated.json';
import { englishMorphology } from './morphology';
import phrases from './phrases.generated.json';

/** The English data, also lent to other languages for loan words. */
export const english: Source = {
  phrases,
  morphology: englishMorphology,
  loan: false,
};

const VERB_SUFFIX = /^[a-z]{2,}(?:ise|ize|ify|ate)$/;
/** `leavers`, `franchisees`, `paediatricians`: most unknown plurals that end so are people. */
const PEOPLE = /^[a-z]{2,}(?:ers|ees|ists|ians|ants)$/;
/** `teardown`, `digitisation`, `dredging`: most unknown nouns that end so are something done. */
const ACTIONS = /^[a-z]{3,}(?:down|through|isation|ization|ification|[^aeiou]ing)$/;
/** `refurbishment`, `restoration`, `inspection`: a noun made of a verb. */
const OF_VERB = /^([a-z]{3,}?)(ment|ation|ion)$/;
const PREFIX = /^(?:re|co|pre|de|un|over|up|out|mis)(?=[a-z]{3})/;

function guessVerb(norm: string, lexicon: Lexicon): Entry | undefined {
  const stem = norm.replace(PREFIX, '');
  if (stem !== norm) {
    const known = lexicon.word(stem);
    // "unplanned stops", "prepaid cards": what is not or already done describes
    const forms = norm.startsWith('re') ? Form.Base | Form.Past : Form.Base;
    if (known?.verb !== undefined && known.form & forms && known.noun === 0) return known;
  }
  if (!VERB_SUFFIX.test(norm) || (lexicon.word(norm)?.part ?? 0) & Part.likeverb) return undefined;
  return lexicon.word('implement');
}

function guessNoun(norm: string, lexicon: Lexicon): number {
  if (PEOPLE.test(norm)) return Noun.Person;
  if (ACTIONS.test(norm)) return Noun.Action;
  const [, stem = '', suffix] = OF_VERB.exec(norm) ?? [];
  if (stem === '') return 0;
  const stems = suffix === 'ment' ? [stem] : [stem, `${stem}e`, `${stem}ate`];
  return stems.some((verb) => lexicon.word(verb)?.verb === 'activity') ? Noun.Action : 0;
}

/** The grammar with a lexicon of its own. Takes some milliseconds: make it once. */
export function createEnglish(): Grammar {
  const lexicon = buildLexicon([english], units, false);
  return {
    language: 'en',
    lexicon: () => lexicon,
    shadow: () => lexicon,
    headFinal: true,
    groupMark: ',',
    inflects: true,
    guessNoun: (norm) => guessNoun(norm, lexicon),
    guessVerb: (norm) => guessVerb(norm, lexicon),
  };
}
