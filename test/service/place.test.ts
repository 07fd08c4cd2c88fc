/** Where a key result stands tells what to measure: team and trade are named in headings, whom it is for in the objective. */
import assert from 'node:assert/strict';
import { createOkrLanguageService, DEFAULT_SETTINGS, plainText } from '../../server/src/service';
import { headingsAbove } from '../../server/src/service/document-profile';

const service = createOkrLanguageService();

/** The rewordings of the last key result of a document. */
function rewordings(text: string): string[] {
  const document = service.read(text, { path: 'x.okr.md' });
  const request = { document, settings: DEFAULT_SETTINGS, today: '2026-08-01' };
  const findings = service.diagnose(request).filter(({ item }) => item?.item.kind === 'key-result');
  const last = findings.at(-1);
  assert.ok(last, text);
  return service
    .suggestionsFor(request, last)
    .flatMap(({ statement }) => (statement ? [plainText(statement)] : []));
}

const plan = (title: string, objective: string, keyResult: string) =>
  `# ${title}\n\n## Objective 1: ${objective}\n\n- KR1: ${keyResult}\n`;

describe('the place of a key result', () => {
  it('is the headings above it, without those of its neighbours', () => {
    const text = '# Acme OKRs\n\n## Sales\n\n### Objective 1: A\n\n### Objective 2: B\n\n- KR: c\n';
    assert.deepEqual(headingsAbove(text, text.indexOf('### Objective 2')), ['Sales', 'Acme OKRs']);
    assert.deepEqual(headingsAbove(text, 0), []);
    assert.deepEqual(headingsAbove('no heading\n- x', 12), []);
  });

  it('names the team: each has measures of its own for the same words', () => {
    const keyResult = 'Hold a workshop on negotiation';
    const [sales] = rewordings(plan('Sales OKRs', 'Bigger orders from bakeries', keyResult));
    const [ward] = rewordings(plan('St Anne hospital', 'Patients are seen in time', keyResult));
    assert.notEqual(sales, ward);
  });

  it('names the trade: a hospital waits, a shop sells', () => {
    const bed = rewordings(plan('Hospital, emergency', 'Calm days', 'Buy eight new beds'));
    assert.match(bed.join('\n'), /patients/);
    const shelf = rewordings(plan('Supermarket west', 'Good days', 'Rebuild the shelves'));
    assert.match(shelf[0] ?? '', /average spend per visit/);
  });

  it('has its own trade where one house holds many', () => {
    const title = 'OKRs of the Riverside hospital trust';
    const menu = rewordings(plan(title, 'The canteen is worth a visit', 'Renew the menu'));
    assert.match(menu[0] ?? '', /guests/);
    const bed = rewordings(plan(title, 'Calm days', 'Buy eight new beds'));
    assert.match(bed.join('\n'), /patients/);
    const trees = rewordings(plan(title, 'Calm days', 'Teach the pupils of the academy to swim'));
    assert.doesNotMatch(trees.join('\n'), /patients/);
  });

  it('names whom it is for, and what they should get', () => {
    const offered = rewordings(plan('Tram company', 'Every passenger finds a seat', 'Order 12 trams'));
    assert.ok(
      offered.some((each) => each.includes('the share of passengers who find a seat from')),
      offered.join('\n'),
    );
    assert.match(offered.at(-1) ?? '', /passengers who ‹does what›/);
  });

  it('says the same once: a measure that another key result has is not offered again', () => {
    const first = 'Increase the share of passengers who find a seat from 60% to 80%';
    const text = `${plan('Tram company', 'Every passenger finds a seat', first)}- KR2: Order 12 trams\n`;
    assert.ok(!rewordings(text).some((each) => each.includes('passengers who find a seat')));
  });

  it('never adds a number', () => {
    for (const keyResult of ['Order trams', 'Train drivers', 'Better seats', 'Launch the ticket app'])
      for (const each of rewordings(plan('Tram company', 'Every passenger finds a seat', keyResult)))
        assert.doesNotMatch(each.replace(/90 days/u, ''), /\d/u, each);
  });
});
