import { strictEqual } from 'node:assert';
import { analyse } from '../../server/src/statement';

describe('a threshold behind what reads like a means or a purpose', () => {
  for (const [language, sentence] of [
    ['en', 'Keep the share of budget requests backed by a forecast above 60%'],
    ['en', 'Keep the share of questions answered by the help pages above 45%'],
    ['vi', 'Giữ tỷ lệ khách xem trang để lại số điện thoại trên 12%'],
    ['vi', 'Giữ tỷ lệ chỗ trống được lấp bằng người trong nhóm trên 30%'],
  ] as const)
    it(`is the target of "${sentence}"`, () => strictEqual(analyse(sentence, language).class, 'outcome'));

  it('does not make a result of keeping things in a place', () =>
    strictEqual(analyse('Keep all requests on a shared board', 'en').class, 'activity'));
});
