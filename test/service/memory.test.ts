import { ok } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createOkrLanguageService, DEFAULT_SETTINGS } from '../../server/src/service/index';
import { manySections } from '../bench/texts';

const MB = 1_000_000;
const PRESSES = 100;
const OPTIONS = { path: 'team.okr.md' };

/** Bytes in use once everything that nobody can reach is gone. */
function used(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

describe('memory of the service', () => {
  it('does not hold on to the texts of former versions', function () {
    // Half a megabyte is judged by code that has just been loaded: seconds, on a busy machine many.
    this.timeout(60_000);
    const service = createOkrLanguageService();
    // as text comes over a wire: one string without a history
    const received = (text: string) => Buffer.from(text).toString();
    let text = received(manySections(MB / 2));
    let document = service.read(text, OPTIONS);
    const look = () => service.diagnose({ document, settings: DEFAULT_SETTINGS, today: '2026-08-20' }, 100);
    const place = text.indexOf('Raise repeat orders') + 'Raise '.length;
    const press = (newText: string) => {
      text = received(text.slice(0, place) + newText + text.slice(place));
      document = service.update(document, text, [{ span: { start: place, end: place }, newText }], OPTIONS);
      look();
    };
    look();
    press('a');
    const before = used();
    for (let n = 0; n < PRESSES; n++) press('abcdefgh'.charAt(n % 8));
    const grown = used() - before;
    ok(grown < 10 * MB, `${PRESSES} key presses in ${text.length} units keep ${Math.round(grown / MB)} MB`);
  });
});
