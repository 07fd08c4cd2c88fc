/** What VS Code inserts for a snippet body when one accepts every default: for tests. */

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '08',
  CURRENT_DATE: '14',
};

/** The quarter transform of the cycle, as a whole: the only transform in use. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: snippet syntax
const QUARTER = '${CURRENT_MONTH/(0[1-3])|(0[4-6])|(0[7-9])|(1[0-2])/${1:+Q1}${2:+Q2}${3:+Q3}${4:+Q4}/}';

function unescaped(text: string): string {
  return text.replace(/\\([\\$},|])/gu, '$1');
}

/** The end of the `}` that closes the `${` at `start`. */
function closing(body: string, start: number): number {
  let depth = 0;
  for (let at = start; at < body.length; at++) {
    if (body[at] === '\\') at++;
    else if (body.startsWith('${', at)) depth++;
    else if (body[at] === '}' && --depth === 0) return at;
  }
  throw new Error(`no end of ${body.slice(start)}`);
}

function inserted(content: string): string {
  const choice = /^\d+\|((?:[^\\,|]|\\.)*)/u.exec(content);
  if (choice) return unescaped(choice[1] ?? '');
  const stop = /^\d+:/u.exec(content);
  if (stop) return expand(content.slice(stop[0].length));
  const value = VARIABLES[content];
  if (value === undefined) throw new Error(`unknown variable ${content}`);
  return value;
}

/** The text that stands in the editor, tab stops at their defaults, first choices taken. */
export function expand(source: string): string {
  const body = source.replaceAll(QUARTER, 'Q3');
  let result = '';
  for (let at = 0; at < body.length; at++) {
    if (body[at] === '\\') result += body[++at] ?? '';
    else if (body.startsWith('${', at)) {
      const end = closing(body, at);
      result += inserted(body.slice(at + 2, end));
      at = end;
    } else if (/^\$\d/u.test(body.slice(at))) at += (/^\$\d+/u.exec(body.slice(at))?.[0].length ?? 1) - 1;
    else result += body[at];
  }
  return result;
}

/** All choices of the choice at the place with that number. */
export function choicesOf(body: string, place: number): readonly string[] {
  const choices = new RegExp(`\\$\\{${place}\\|((?:[^\\\\|]|\\\\.)*)\\|\\}`, 'u').exec(body)?.[1] ?? '';
  return choices.match(/(?:[^\\,]|\\.)+/gu)?.map(unescaped) ?? [];
}
