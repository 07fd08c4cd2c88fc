import assert from 'node:assert/strict';
import { Notes } from '../../server/src/text/notes';

describe('notes about objects', () => {
  it('are found again, each with whoever made it', () => {
    const [one, other] = [new Notes<object, string>(), new Notes<object, string>()];
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    one.set(a, 'one a');
    other.set(a, 'other a');
    one.set(b, 'one b');
    one.set(a, 'one a, again');
    assert.deepEqual(
      [one.get(a), other.get(a), one.get(b), other.get(b), one.get({})],
      ['one a, again', 'other a', 'one b', undefined, undefined],
    );
  });

  it('are seen by nobody else', () => {
    const notes = new Notes<object, string>();
    const noted = { name: 'a' };
    notes.set(noted, 'note');
    assert.deepEqual(noted, { name: 'a' });
    assert.equal(JSON.stringify(noted), '{"name":"a"}');
    assert.deepEqual(structuredClone(noted), { name: 'a' });
    const copy = { ...noted };
    assert.equal(notes.get(copy), undefined, 'a copy is another object');
  });

  it('cannot be made about frozen objects', () => {
    assert.throws(() => new Notes<object, string>().set(Object.freeze({}), 'note'), TypeError);
  });
});
