/** What is looked up around a place costs what stands there, whatever else the document holds. */
import { deepStrictEqual, match, ok } from 'node:assert';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service';

const service = createOkrLanguageService();
const TITLE = '# OKRs Q3 2026\n\n## Objective 1: Shops reorder by themselves\n\n';

function requestFor(text: string) {
  const document = service.read(text, { path: '/team.okr.md' });
  return { document, settings: DEFAULT_SETTINGS, today: '2026-08-01' };
}

describe('around a place', () => {
  // Found by the hostile text "open suppressions": every finding of 5 MB was put into words for one hover.
  it('only the findings there are told, also where comments silence some', () => {
    const krs = Array.from({ length: 300 }, (_, n) => `- KR ${n}: Launch thing ${n}\n`);
    const silence = '<!-- okrlint-disable-next-line kr-counted-activity: agreed -->\n';
    const text = TITLE + krs.map((kr, n) => `${kr}\n${n === 290 ? silence : ''}`).join('');
    const request = requestFor(text);
    const at = (kr: number) => ({ start: text.indexOf(`thing ${kr}\n`), end: text.indexOf(`thing ${kr}\n`) });
    const told = (kr: number) => service.diagnoseNear(request, at(kr)).map(({ params }) => params?.words);
    ok(told(150).includes('Launch thing 150'), told(150).join());
    ok(told(150).length < 100, `${told(150).length} findings`);
    ok(!told(291).includes('Launch thing 291'), 'silenced');
    ok(told(292).includes('Launch thing 292'));
  });

  it('an objective says how many of its key results can be measured, unless nobody would count them', () => {
    const hover = (count: number) => {
      const krs = Array.from({ length: count }, (_, n) => `- KR ${n}: Raise item ${n} from 1 to ${n + 2}\n`);
      const text = `${TITLE}${krs.join('')}- KR: Launch the portal\n`;
      return service.hover(requestFor(text), text.indexOf('Shops'))?.markdown ?? '';
    };
    match(hover(3), /3 of 4/);
    deepStrictEqual(/\d+ of \d+/.exec(hover(1000)), null);
  });
});
