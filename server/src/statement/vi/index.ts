/** Vietnamese: syllables without inflection, head-initial, `1.000,5`; English loan words throughout. */
import { buildLexicon, type Source } from '../build';
import { english } from '../en/index';
import type { Lexicon } from '../lexicon';
import type { Grammar } from '../sentence';
import units from '../units.generated.json';
import { vietnameseMorphology } from './morphology';
import phrases from './phrases.generated.json';

const vietnamese: Source = {
  phrases,
  morphology: vietnameseMorphology,
  loan: false,
};
const sources: readonly Source[] = [vietnamese, { ...english, loan: true }];

const VERB_PREFIXES: ReadonlySet<string> = new Set(['tái', 'tự', 'đồng']);

/** The grammar with lexicons of its own, each built on first use. */
export function createVietnamese(): Grammar {
  let full: Lexicon | undefined;
  let plain: Lexicon | undefined;
  const lexicon = () => {
    full ??= buildLexicon(sources, units, false);
    return full;
  };
  const shadow = () => {
    plain ??= buildLexicon(sources, units, true);
    return plain;
  };
  return {
    language: 'vi',
    lexicon,
    shadow,
    headFinal: false,
    groupMark: '.',
    inflects: false,
    guessNoun: () => 0,
    guessVerb: (norm, next, following) => {
      // "tái thẩm định", "tự xây dựng", "đồng tổ chức": the verb behind such a syllable decides
      if (VERB_PREFIXES.has(norm) && following?.verb !== undefined) return following;
      // the commonest slip of the keyboard: d for đ ("dạt 50 hội viên", "dảm bảo")
      if (!norm.startsWith('d')) return undefined;
      const meant = `đ${norm.slice(1)}`;
      const entry = lexicon().get(`${meant} ${next}`) ?? lexicon().word(meant);
      return entry?.verb === undefined ? undefined : entry;
    },
  };
}
