import { foldText } from '../../../text/fold';

/** Whether a text contains what was typed at the start of one of its words; case and diacritics do not matter. */
export function matches(text: string, typed: string): boolean {
  const sought = foldText(typed).trimStart();
  if (sought === '') return true;
  const folded = foldText(text);
  for (let at = folded.indexOf(sought); at >= 0; at = folded.indexOf(sought, at + 1))
    if (at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1] as string)) return true;
  return false;
}
