/** What letters and words say for Vietnamese or for English. */
import { bare, isAscii } from './spelling';

/**
 * Letters that no other language of the Latin script uses: ă đ ơ ư and vowels with two marks. NFD: a combining hook,
 * dot below, breve or horn beside any vowel.
 */
const VIETNAMESE_LETTER = /[\u0306\u0309\u031b\u0323ăđơưĂĐƠƯ\u1ea0-\u1ef9]/;
/** Vowels with a tone mark that Vietnamese shares with French or Spanish. */
const TONED = /[àáãèéìíòóõùúýâêôũĩ]/i;

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
  return VIETNAMESE_LETTER.test(text);
}

/** What a word says: positive for Vietnamese, negative for English, 0 for neither. `norm` is a token's. */
export function wordVote(norm: string): number {
  const word = bare(norm);
  const toned = !isAscii(norm) && TONED.test(norm);
  const english = ENGLISH_WORDS.has(word);
  const vietnamese = VIETNAMESE_WORDS.has(word);
  if (english !== vietnamese) return english ? -2 : toned ? 2 : 1;
  if (toned) return SYLLABLE.test(word) ? 1 : -1;
  return word.length > 2 && !english && !SYLLABLE.test(word) ? -0.5 : 0;
}
