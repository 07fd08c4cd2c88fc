/** What an objective wants, said of those of whom it speaks: "patients who are seen in time". */
import { analyse } from '../statement/index';
import { peopleWorking } from '../teams/index';
import type { Language } from '../text/language';
import {
  asEvery,
  holdsVerb,
  isMany,
  LONGEST_SUBJECT,
  manyOf,
  pluralOfOne,
  saidOfMany,
  type Those,
  those,
} from './aim-many';
import { plainAim } from './aim-plain';
import { toldOf } from './aim-told';
import { nounKind } from './noun-kind';
import { core, lowerWords, PEOPLE, tokensOf, uncapitalised } from './noun-phrase';
import { pluralOf } from './thing';
import { sentence, type Wording, wordingOf } from './wording';

/** An objective that says what somebody or something does or gets: "Every patient | is seen in time". */
export interface Aim {
  /** `patients who are seen in time`, to be put after "the share of"; empty where it only compares ("stay longer"). */
  readonly share: string;
  /** What should come about sooner, to be put after "the time until": `patients recover`. */
  readonly sooner?: string;
  /** What there should be less of: `the number of ships that wait outside`. */
  readonly fewer?: string;
  /** Those of whom it speaks, where these are people: `patients`; else empty. */
  readonly people: string;
}

/** Longest and shortest aim that is said again in a key result, in words. */
const LONGEST = 12;
const SHORTEST = 3;
/** The same of one: "each child in the district | comes". */
const LONGEST_ONE = 5;
/** What ends the part that is said again. */
const MARK = /[^\p{L}\p{M}'’-]/u;

interface Subject {
  readonly language: Language;
  /** All words from the subject on, up to where a second thought begins. */
  readonly tokens: readonly string[];
  /** How many of them name people; 0 where none do. */
  readonly people: number;
  /** It is said of each single one: "Every order leaves …". */
  readonly single: boolean;
  /** Something was said before it: "All", "Every". */
  readonly led: boolean;
  /** It is no sentence about somebody: "Keep the customers we have", "A place people love". */
  readonly other: boolean;
  /** It only compares with what was before: what of, nobody can count. */
  readonly compares?: 'sooner' | 'otherwise';
}

type Thought = Pick<Subject, 'tokens' | 'compares'>;

/** "Stay longer", "chờ ít hơn": of which one this is true, nobody can tell. What comes sooner goes on without saying so. */
function compared(words: readonly string[], { aimTrails, aimSooner }: Wording['words']): Thought {
  const line = words.map(lowerWords).join(' ');
  const sooner = aimSooner.find((each) => line.endsWith(` ${each}`));
  if (sooner) return { tokens: words.slice(0, -tokensOf(sooner).length), compares: 'sooner' };
  const isCompared = words.slice(-2).some((word) => aimTrails.includes(lowerWords(word)));
  return { tokens: words, ...(isCompared && { compares: 'otherwise' }) };
}

/** The words up to where a second thought begins; undefined where numbers or signs stand in them. */
function firstThought(tokens: readonly string[], known: Wording['words']): Thought | undefined {
  const words: string[] = [];
  for (const token of tokens) {
    if (known.joining.includes(lowerWords(token)) || /^[–—-]$/u.test(token)) break;
    const end = /[,;.!]$/u.test(token);
    const word = end ? token.slice(0, -1) : token;
    if (word === '' || MARK.test(word)) return undefined;
    words.push(word);
    if (end) break;
  }
  return compared(words, known);
}

/** What "everyone" does, where that is of whom it speaks. */
function anyoneIn(text: string, anyone: readonly string[]): string | undefined {
  const written = text.normalize('NFC');
  const found = anyone.find((each) => lowerWords(written).startsWith(`${each} `));
  return found && written.slice(found.length);
}

/** "Everyone knows the strategy" is said of each who works here. */
function ofAnyone(rest: string, language: Language): Subject | undefined {
  const { words } = wordingOf(language);
  const does = firstThought(tokensOf(rest), words);
  if (!does || does.tokens.length > LONGEST || does.tokens.length < SHORTEST - 1) return undefined;
  const working = tokensOf(peopleWorking(language));
  return {
    ...does,
    language,
    tokens: [...working, ...does.tokens],
    people: working.length,
    single: true,
    led: true,
    other: false,
  };
}

/** "A campus where students thrive" speaks of students. */
function insideOf(text: string, language: Language): Subject | undefined {
  const written = lowerWords(text);
  const { aimInside, aimHere } = wordingOf(language).words;
  for (const word of aimInside) {
    const at = written.indexOf(` ${word} `);
    const inside = at < 0 ? '' : text.normalize('NFC').slice(at + word.length + 2);
    const subject = inside === '' ? undefined : subjectOf(inside, language, SHORTEST - 1);
    // "our yard is where children play": where that is, a key result says with "here"
    const here = word.includes(' ') ? [aimHere] : [];
    if (subject && subject.people > 0 && !subject.other)
      return { ...subject, tokens: [...subject.tokens, ...here] };
  }
  return undefined;
}

function subjectOf(text: string, language: Language, shortest = SHORTEST): Subject | undefined {
  const { words } = wordingOf(language);
  const inside = insideOf(text, language);
  if (inside) return inside;
  const anyone = anyoneIn(text, words.aimAnyone);
  if (anyone !== undefined) return ofAnyone(anyone, language);
  const { beneficiary, head } = analyse(text, language);
  const all = tokensOf(text);
  if (words.aimNone.some((each) => `${lowerWords(all.join(' '))} `.startsWith(`${each} `))) return undefined;
  const first = all.findIndex((word) => !words.aimLeads.includes(lowerWords(word)));
  const thought = firstThought(all.slice(Math.max(0, first)), words);
  const tokens = thought?.tokens ?? [];
  const least = thought?.compares === 'sooner' ? shortest - 1 : shortest;
  if (first < 0 || tokens.length > LONGEST || tokens.length < least) return undefined;
  const before = beneficiary ? tokensOf(text.slice(0, beneficiary.start)).slice(first) : [];
  const named = beneficiary ? tokensOf(text.slice(0, beneficiary.end)).length - first : 0;
  const { keepArticle, indefinite, plural } = wordingOf(language).phrase;
  // of the words before the people only some kinds describe them: "new users", not "systems people"
  const describes = (word: string) =>
    plural !== '' && ![...keepArticle, ...indefinite].includes(lowerWords(word)) && !word.endsWith(plural);
  const isSubject = before.every(describes);
  const single = all.slice(0, first).some((word) => words.aimEach.includes(lowerWords(word)));
  const people = isSubject && named > 0 && named <= LONGEST_SUBJECT ? named : 0;
  return {
    ...thought,
    language,
    tokens: uncapitalised(tokens),
    people,
    single,
    led: first > 0,
    // people named further on are no subject at all
    other:
      (!isSubject && plural !== '' && named <= LONGEST_SUBJECT + 1) ||
      (head !== undefined && head.span.start === 0),
  };
}

/** Of what only compares, nothing but the time can be said that it takes. */
function aimed(share: string, people: string, compares: Subject['compares']): Aim {
  return {
    share: compares ? '' : share,
    people,
    ...(compares === 'sooner' && { sooner: share }),
  };
}

/** Kinds of organisations: whoever names one without saying which means the own. */
const ONES: readonly (string | undefined)[] = ['partner', 'place'];

/** Without inflection the sentence can be said as it is: "khách hàng được hỗ trợ kịp thời". */
function uninflected({ language, tokens, people, led, compares }: Subject): Aim | undefined {
  const { aimStops, aimSure } = wordingOf(language).words;
  const words = tokens.join(' ');
  const kind = nounKind(words, language);
  // of a school or a clinic there is one
  const isOne = ONES.includes(kind);
  const isPeople = people > 0 || (PEOPLE.includes(kind) && !isOne);
  const stops = tokens.slice(1, SHORTEST + 1).some((word) => aimStops.includes(lowerWords(word)));
  const line = ` ${lowerWords(tokens.slice(2).join(' '))} `;
  const isSure = !isOne && aimSure.some((each) => line.includes(` ${each} `));
  const least = compares === 'sooner' ? SHORTEST : SHORTEST + 1;
  if ((!isPeople && !led && !isSure) || stops || tokens.length < least) return undefined;
  // of those whom only the first words name: "khách hàng doanh nghiệp coi …"
  const named = [2, 1, 3].find((count) =>
    PEOPLE.includes(nounKind(tokens.slice(0, count).join(' '), language)),
  );
  return aimed(words, tokens.slice(0, people || (isOne ? 0 : (named ?? 0))).join(' '), compares);
}

/** Where the verb stands; of things only where it ends in the "s" of a single one, or is that of many ("are"). */
function verbOf({ language, tokens, people, single }: Subject): number {
  if (people > 0 && !single) return people;
  const { aimForms } = wordingOf(language).words;
  if (!single)
    return tokens.findIndex(
      (word, n) => n > 0 && n <= LONGEST_SUBJECT && aimForms.some(([, many]) => many === word),
    );
  return tokens.findIndex((word, n) => n > 0 && n >= people && n <= LONGEST_ONE && /[^s]s$/u.test(word));
}

/** Subject and verb are made to agree: "Every order leaves …" is "orders that leave …". */
function inflected(subject: Subject): Aim | undefined {
  const { language, tokens, single, people: known } = subject;
  const { words, phrase } = wordingOf(language);
  const at = verbOf(subject);
  const verb = tokens[at];
  const noun = tokens.slice(0, at).join(' ');
  if (at < 1 || verb === undefined || (at === tokens.length - 1 && !subject.compares)) return undefined;
  if (phrase.cutAt.includes(verb) || words.aimStops.includes(verb)) return undefined;
  const many = single ? pluralOfOne(tokens.slice(0, at), language).join(' ') : noun;
  // what looks like one ("the customer comes first") would not agree with its verb
  if (!single && pluralOf(noun, phrase) !== noun) return undefined;
  // "its port" of each is "their port" of all
  const own = (word: string) => (phrase.keepArticle.includes(word) ? manyOf(word, language) : word);
  const after = tokens.slice(at + 1);
  // "members' area | is easy"
  if (!single && words.aimForms.some(([one]) => one === after[0])) return undefined;
  const rest = (single ? [manyOf(verb, language), ...after.map(own)] : [verb, ...after]).join(' ');
  if (!subject.compares) return those(many.split(' '), rest.split(' '), language);
  const doing = sentence(language, 'doing', { who: many, does: rest }).join('');
  return aimed(doing, known > 0 ? many : '', subject.compares);
}

/** What the objective's sentence says of whom; undefined where it is no such sentence. */
export function aimOf(text: string, language: Language): Aim | undefined {
  if (last?.text !== text || last.language !== language)
    last = { text, language, aim: aimIn(text, language) };
  return last.aim;
}

/** Key results of one objective ask one after another. */
let last: { text: string; language: Language; aim: Aim | undefined } | undefined;

/** Many of whom the objective says something in so many words; each single one is spoken of in another form. */
function aimOfMany(text: string, language: Language): Aim | undefined {
  const { words } = wordingOf(language);
  const all = tokensOf(text);
  const led = all.findIndex((word) => !words.aimLeads.includes(lowerWords(word)));
  // "Give nurses their evenings back" commands something
  const commands = words.appeals.includes(lowerWords(all[0] ?? ''));
  if (led === 0 && (commands || analyse(text, language).head?.span.start === 0)) return undefined;
  const thought = led < 0 ? undefined : firstThought(all.slice(led), words);
  if (!thought || thought.compares || thought.tokens.length > LONGEST) return undefined;
  if (all.slice(0, led).some((word) => words.aimEach.includes(lowerWords(word)))) return undefined;
  return saidOfMany(uncapitalised(thought.tokens), language);
}

/** Signs of a second thought, with which nobody could count the first. */
const SECOND = /[^\p{L}\p{M}\s'’-]/u;

/** "Ships never wait outside", "No child comes hungry", "A shop that never runs out": what there should be less of. */
function denied(text: string, language: Language): Aim | undefined {
  const { words, phrase } = wordingOf(language);
  const never = words.aimNever.find((each) => text.includes(` ${each} `));
  const [first = '', second = '', ...does] = uncapitalised(tokensOf(text));
  const [no, one, nobody] = words.aimNone;
  if ((first !== no && first !== nobody && never === undefined) || SECOND.test(text)) return undefined;
  const fewer = (pattern: string, { share, people }: Those): Aim => ({
    share: '',
    people,
    fewer: sentence(language, pattern, { words: share }).join(''),
  });
  if (never === undefined) {
    if (first === nobody) does.unshift(second);
    const who = first === nobody || second === one ? words.aimOne : second;
    const aim = isMany([who], language)
      ? those([who], does, language)
      : aimIn([words.aimEach[0], who, ...does].join(' '), language);
    return aim?.share ? fewer('numberOf', aim) : undefined;
  }
  const [before = '', after = ''] = text.split(` ${never} `);
  const who = uncapitalised(tokensOf(before));
  const own = who.filter((word) => !words.aimLeads.includes(word));
  if (isMany(own, language)) return fewer('numberOf', those(own, tokensOf(after), language));
  if (holdsVerb(who, language)) return undefined;
  if (words.aimThat.includes(who.at(-1) ?? '')) who.pop();
  if (phrase.indefinite.includes(who[0] ?? '')) who[0] = phrase.article;
  return fewer('timesThat', { share: [...who, after].join(' '), people: '' });
}

/** "The first choice of young families": how many of them choose us. */
function chosen(text: string, language: Language): Aim | undefined {
  const { words, phrase } = wordingOf(language);
  const found = [words.aimChoice, words.aimTrust].find((each) =>
    each.some((lead) => lowerWords(text).includes(lead)),
  );
  const lead = found?.find((each) => lowerWords(text).includes(each));
  if (lead === undefined) return undefined;
  const after = text.normalize('NFC').slice(lowerWords(text).indexOf(lead) + lead.length);
  const who = core(tokensOf(after), phrase, []).words.join(' ');
  if (!PEOPLE.includes(nounKind(who, language)) || pluralOf(who, phrase) !== who) return undefined;
  return {
    share: sentence(language, found === words.aimTrust ? 'trustUs' : 'chooseUs', { who }).join(''),
    people: who,
  };
}

/** The same of any sentence, not kept. */
export function aimIn(sentenceText: string, language: Language): Aim | undefined {
  const harm = plainAim(sentenceText, language) ?? denied(sentenceText, language);
  if (harm) return harm;
  const text = asEvery(sentenceText, language);
  const many = aimOfMany(text, language) ?? chosen(text, language) ?? toldOf(text, language, aimIn);
  if (many) return many;
  const subject = subjectOf(text, language);
  if (!subject || subject.other) return undefined;
  return wordingOf(language).phrase.plural === '' ? uninflected(subject) : inflected(subject);
}
