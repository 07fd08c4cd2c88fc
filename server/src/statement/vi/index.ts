/** Vietnamese: syllables without inflection, head-initial, `1.000,5`; English loan words throughout. */
import { buildLexicon, type Source } from '../build';
import { english } from '../en/index';
import type { Entry, Lexicon } from '../lexicon';
import type { Grammar } from '../sentence';
import { bare } from '../spelling';
import units from '../units.generated.json';
import metrics from './metrics.generated.json';
import { vietnameseMorphology } from './morphology';
import nouns from './nouns.generated.json';
import verbs from './verbs.generated.json';
import words from './words.generated.json';

const vietnamese: Source = {
  data: { verbs, nouns, metrics, words },
  morphology: vietnameseMorphology,
  loan: false,
};

export function createVietnamese(): Grammar {
  const sources = [vietnamese, { ...english, loan: true }];
  const lexicon = buildLexicon(sources, units, false);
  const shadow = buildLexicon(sources, units, true);
  /** A mistyped diacritic (`dảm bảo`) still shows the verb. */
  function guessVerb(norm: string): Entry | undefined {
    const entry = shadow.get(bare(norm));
    return entry?.verb === undefined ? undefined : entry;
  }
  return {
    language: 'vi',
    lexicon,
    shadow,
    headFinal: false,
    groupMark: '.',
    inflects: false,
    guessVerb: (norm: string, _lexicon: Lexicon) => guessVerb(norm),
  };
}
