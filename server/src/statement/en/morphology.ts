/** English inflection by rule. Only what the lexicon's irregular list does not say. */
import type { Morphology } from '../build';
import { Form } from '../entry';

const SIBILANT = /(?:s|x|z|ch|sh)$/;
const CONSONANT_Y = /[^aeiou]y$/;
/** A short final syllable doubles its consonant: plan → planned. `w`, `x`, `y` never double. */
const DOUBLING = /[^aeiou][aeiou][bdfgklmnprtvz]$|^[aeiou][bdglmnprt]$|qu[aeiou][bdgklmnprt]$/;
const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;

function third(verb: string): string {
  if (verb === 'have') return 'has';
  if (verb === 'be') return 'is';
  if (verb === 'do' || verb === 'go') return `${verb}es`;
  if (SIBILANT.test(verb)) return `${verb}es`;
  return CONSONANT_Y.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;
}

function withSuffix(verb: string, suffix: 'ed' | 'ing'): string[] {
  if (suffix === 'ed' && CONSONANT_Y.test(verb)) return [`${verb.slice(0, -1)}ied`];
  if (suffix === 'ing' && verb.endsWith('ie')) return [`${verb.slice(0, -2)}ying`];
  if (verb.endsWith('e') && !verb.endsWith('ee') && !verb.endsWith('oe') && verb.length > 2)
    return [`${verb.slice(0, -1)}${suffix}`];
  const plain = `${verb}${suffix}`;
  if (!DOUBLING.test(verb)) return [plain];
  const doubled = `${verb}${verb.slice(-1)}${suffix}`;
  return ONE_SYLLABLE.test(verb) ? [doubled] : [plain, doubled];
}

function plural(noun: string): string {
  if (noun.endsWith('person')) return `${noun.slice(0, -6)}people`;
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  if (noun.endsWith('child')) return `${noun}ren`;
  if (SIBILANT.test(noun)) return `${noun}es`;
  if (CONSONANT_Y.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (noun.endsWith('sis')) return `${noun.slice(0, -2)}es`;
  return `${noun}s`;
}

function singular(noun: string): string | undefined {
  if (!noun.endsWith('s') || noun.endsWith('ss') || noun.endsWith('us') || noun.endsWith('is'))
    return undefined;
  if (noun.endsWith('ies') && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}

export const englishMorphology: Morphology = {
  /** A phrasal verb inflects its first word. */
  verbForms(verb, irregular) {
    const space = verb.indexOf(' ');
    const first = space < 0 ? verb : verb.slice(0, space);
    const rest = space < 0 ? '' : verb.slice(space);
    const [past, participle] = irregular?.split('/') ?? [];
    const forms = [
      { text: verb, form: Form.Base as number },
      { text: third(first) + rest, form: Form.Third as number },
    ];
    for (const text of withSuffix(first, 'ing')) forms.push({ text: text + rest, form: Form.Ing });
    if (past !== undefined) {
      forms.push({ text: past + rest, form: Form.Past });
      if (participle !== undefined) forms.push({ text: participle + rest, form: Form.Past });
    } else for (const text of withSuffix(first, 'ed')) forms.push({ text: text + rest, form: Form.Past });
    if (!first.endsWith('ise')) return forms;
    // "organize" is "organise"
    return [...forms, ...forms.map(({ text, form }) => ({ text: text.replace(/is(?=e|ing)/, 'iz'), form }))];
  },
  nounForms(noun) {
    const one = singular(noun);
    if (one !== undefined)
      return [
        { text: noun, derived: undefined, plural: true },
        { text: one, derived: 'singular', plural: false },
      ];
    return [
      { text: noun, derived: undefined, plural: false },
      { text: plural(noun), derived: 'plural', plural: true },
    ];
  },
};
