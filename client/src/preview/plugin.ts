/**
 * The markdown-it plugin behind the built-in preview: puts marks behind key results and objectives when a document is
 * rendered. It parses nothing and changes no rule, so that other Markdown is rendered as if it were not there.
 */
import type MarkdownIt from 'markdown-it';
import type { Language } from '../../../server/src/text/language';
import type { Goal, Plan, Result } from '../scorecard/model';
import { scorecardTexts } from '../texts/scorecard';
import { blockIn, chipsOf, marksOf } from './marks';

/** What is known of a document that is being rendered; undefined where that is nothing, or nothing yet. */
export type Known = (uri: string) => { readonly plan: Plan; readonly language: Language } | undefined;

type Item = Goal | Result;
type Token = ReturnType<MarkdownIt['parse']>[number];
type Options = MarkdownIt['options'];

export function previewPlugin(known: Known) {
  return (md: MarkdownIt): MarkdownIt => {
    const { renderer } = md;
    const render = renderer.render.bind(renderer);
    renderer.render = (tokens: Token[], options: Options, env: unknown): string => {
      try {
        const uri = uriOf(env);
        const found = uri === undefined ? undefined : known(uri);
        if (found) return render(withMarks(tokens, found.plan, found.language), options, env);
      } catch {
        // A fault of ours must not cost anybody their preview.
      }
      return render(tokens, options, env);
    };
    return md;
  };
}

/** VS Code says in the environment which document is rendered; other users of the engine say nothing. */
function uriOf(env: unknown): string | undefined {
  const document = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
  return document === undefined || document === null ? undefined : String(document);
}

/** The tokens with marks; they are kept between renderings, so none is changed. */
function withMarks(tokens: readonly Token[], plan: Plan, language: Language): Token[] {
  const items = plan.objectives.flatMap((goal): Item[] => [goal, ...goal.results]);
  const texts = scorecardTexts(language);
  const html = (item: Item) => marksOf(item, texts, language);
  const left = new Set(items);
  let row: [number, number] | null = null;
  return tokens.flatMap((token) => {
    if (token.type === 'tr_open') row = token.map;
    if (token.type === 'tr_close') row = null;
    if (token.type !== 'inline') return token;
    // Cells do not know their line, only their row does.
    const map = token.map ?? row;
    if (!map) return token;
    const here = [...left].filter(({ line, text }) => map[0] <= line && line < map[1] && says(token, text));
    const [first] = here;
    if (!first) return token;
    const marked = token.map ? here : [first];
    for (const item of marked) left.delete(item);
    const shown = withoutBlocks(token);
    // Behind the inline token, not in it: VS Code makes a heading's id from what is inside.
    if (marked.length === 1) return [shown, raw(token, html(first))];
    return insert(shown, map[0], marked, html);
  });
}

/** The reading may be older than the text: marks go only where the sentence still stands. */
function says({ content }: Token, sentence: string): boolean {
  const text = letters(sentence);
  return text !== '' && letters(content).includes(text);
}

function letters(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * `{#o1 owner=@linh}` is for programs: what it says is shown in other words. It stays in the text, out of sight, because
 * VS Code makes a heading's id from all of it and links may lead there.
 */
function withoutBlocks(token: Token): Token {
  const children = token.children ?? [];
  if (!children.some((child) => child.type === 'text' && blockIn(child.content))) return token;
  return copy(
    token,
    children.flatMap((child) => {
      const block = child.type === 'text' ? blockIn(child.content) : undefined;
      if (!block) return child;
      const text = (content: string) => Object.assign(copy(child, []), { content, children: null });
      const { start, end } = block;
      return [
        text(child.content.slice(0, start)),
        raw(child, '<span class="okrlint-block">'),
        text(child.content.slice(start, end)),
        raw(child, `</span>${chipsOf(block)}`),
        text(child.content.slice(end)),
      ];
    }),
  );
}

/** Several items in one paragraph stand on lines of their own; each gets its marks at the end of its line. */
function insert(token: Token, start: number, items: readonly Item[], html: (item: Item) => string): Token {
  const children: Token[] = [];
  let line = start;
  let waiting: Item | undefined;
  const flush = (): void => {
    if (waiting) children.push(raw(token, html(waiting)));
    waiting = undefined;
  };
  const look = (): void => {
    const item = items.find((each) => each.line === line);
    if (item) waiting = item;
  };
  look();
  for (const child of token.children ?? []) {
    if (child.type === 'softbreak' || child.type === 'hardbreak') {
      line++;
      if (items.some((each) => each.line === line)) flush();
      children.push(child);
      look();
    } else children.push(child);
  }
  flush();
  return copy(token, children);
}

function copy(token: Token, children: Token[]): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { children });
}

function raw(like: Token, html: string): Token {
  const token = copy(like, []);
  return Object.assign(token, {
    type: 'html_inline',
    tag: '',
    nesting: 0,
    content: html,
    children: null,
    map: null,
  });
}
