/** Which language a statement is in. Letters decide where they can; short ASCII text needs its surroundings. */
import type { Language } from '../text/language';
import { bare } from './spelling';
import { tokenise } from './tokens';

/** Letters that no other language of the Latin script uses: ă đ ơ ư and vowels with two marks. */
const VIETNAMESE_LETTER = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/;
/** Vowels with a tone mark that Vietnamese shares with French or Spanish. */
const TONED = /[àáãèéìíòóõùúýâêôũĩ]/i;
/** NFD: a combining hook, dot below, breve or horn beside any vowel. */
const VIETNAMESE_MARK = /[\u0309\u0323\u031b\u0306]/;

/** English function words. */
export const ENGLISH_WORDS: ReadonlySet<string> = new Set(
  'the of and for with from by our in at per to into is are be will that this on an as or all every each more than than less before after through their new up out over under within without least'.split(
    ' ',
  ),
);
/** Frequent Vietnamese words, typed without marks. */
export const VIETNAMESE_WORDS: ReadonlySet<string> = new Set(
  'cho trong cua va voi den tu duoc la co cac nhung moi khong len xuong con tren duoi it nhat hon theo nham bang cach thong qua tang giam nang ha dat thang quy ngay tuan nam nguoi khach hang nhan vien cong ty ty le so luong thoi gian doanh thu chi phi trien khai xay dung to chuc hoan thanh cai thien dao tao tuyen dung thiet ke phat trien thuc hien danh gia kiem tra bao cao quan ly he thong quy trinh san pham dich vu du an hoc sinh giao vien gui goi mua ban viet lap mo lam ra soat chuan bi chinh sua ap dung chay tai ky'.split(
    ' ',
  ),
);

/** Initial, rime: whether letters without marks can be one Vietnamese syllable. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ch|th|tr|ph|qu|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?(?:uye|uya|uou|uoi|ieu|yeu|oai|oay|oeo|uay|ia|ie|ye|ua|uo|uu|ui|uy|ue|oa|oe|oi|oo|ai|ao|au|ay|eo|eu|iu|a|e|i|o|u|y)(?:ng|nh|ch|c|m|n|p|t)?$/;

/** Whether letters without marks can be one Vietnamese syllable. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}

/** Whether a letter or mark shows the text to be Vietnamese. */
export function hasVietnameseLetter(text: string): boolean {
  return VIETNAMESE_LETTER.test(text) || VIETNAMESE_MARK.test(text);
}

/** Votes of one statement: positive for Vietnamese, negative for English, 0 for none. */
function vote(text: string): number {
  if (hasVietnameseLetter(text)) return 10;
  let votes = 0;
  for (const token of tokenise(text)) if (token.kind === 'word') votes += wordVote(token.norm);
  return votes;
}

function wordVote(norm: string): number {
  const word = bare(norm);
  const english = ENGLISH_WORDS.has(word);
  const vietnamese = VIETNAMESE_WORDS.has(word);
  if (english !== vietnamese) return english ? -2 : TONED.test(norm) ? 2 : 1;
  if (TONED.test(norm)) return SYLLABLE.test(word) ? 1 : -1;
  return word.length > 2 && !english && !SYLLABLE.test(word) ? -0.5 : 0;
}

/**
 * The language of one statement. A clear majority of its words decides, else `fallback` (the document's language):
 * a Vietnamese document holds statements such as "Launch web" or "Giam churn".
 */
export function detectLanguage(text: string, fallback: Language): Language {
  const votes = vote(text);
  if (fallback === 'vi') return votes <= -3 ? 'en' : 'vi';
  return votes >= 2 ? 'vi' : 'en';
}

/** What one statement says about its document's language; to be added up for `languageByVotes`. */
export function languageVote(text: string): number {
  return Math.max(-3, Math.min(3, vote(text)));
}

/** The language that a sum of votes speaks for; English where nothing tells. */
export function languageByVotes(sum: number): Language {
  return sum > 0 ? 'vi' : 'en';
}

/** The language most statements of a document speak; English where nothing tells. */
export function documentLanguage(statements: Iterable<string>): Language {
  let sum = 0;
  for (const text of statements) sum += languageVote(text);
  return languageByVotes(sum);
}
