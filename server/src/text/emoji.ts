/** Regular expression source for one unit of an emoji: the sign, what joins or tints it, the box of a key cap. */
export const EMOJI_UNIT = '\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0e|\\ufe0f|\\u20e3';
