/**
 * The letters of the scripts in which people write, for a character class: `[${LETTER}]`, with or without the flag `u`.
 *
 * `\p{L}` is exact, but stands for seven hundred ranges: each expression with it takes V8 half a millisecond when it is
 * first used, and some sixty are at every start. These blocks hold few signs that are no letters, none of them in Latin.
 */
export const LETTER =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u037d\\u037f-\\u1fff\\u2c00-\\u2dff' +
  '\\u3005-\\u3007\\u3021-\\u3029\\u3041-\\u30fa\\u30fc-\\ud7ff\\uf900-\\ufdff\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc';
