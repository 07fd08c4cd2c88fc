import assert from 'node:assert/strict';
import { headingsAbove } from '../../server/src/service/document-profile';

const TEXT = `# Lakeside group 2026

## School

### Parents trust our school

- KR1: 90% of lessons take place

### Books are closed on time

## Hotel

**Objective: Guests come back**
`;

describe('Headings above an objective', () => {
  const above = (words: string) => headingsAbove(TEXT, TEXT.lastIndexOf('\n', TEXT.indexOf(words)) + 1);

  it('are those it stands under, innermost first', () => {
    assert.deepEqual(above('Parents trust'), ['School', 'Lakeside group 2026']);
    assert.deepEqual(above('**Objective: Guests'), ['Hotel', 'Lakeside group 2026']);
  });

  it('are not its neighbours', () => {
    assert.deepEqual(above('Books are closed'), ['School', 'Lakeside group 2026']);
  });

  it('are none above a title', () => {
    assert.deepEqual(above('Lakeside group'), []);
  });
});
