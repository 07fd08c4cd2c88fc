/** Work that a noun names is measured by its own thing, as it is where a verb names it. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import { keyResults } from './pipeline';

/** Rewordings of the first finding, best first. */
function rewordings(sentence: string, objective = ''): readonly string[] {
  const item = keyResults(`# OKR\n\n${objective}- KR: ${sentence}\n`, { language: 'en' })[0];
  const [finding] = item?.findings ?? [];
  assert.ok(item && finding, sentence);
  return item
    .suggestions(finding.ruleId)
    .flatMap(({ statement }) => (statement ? [plainText(statement)] : []));
}

const FIRST: readonly (readonly [sentence: string, first: RegExp])[] = [
  ['Translation of the care manual', /read the care manual in their own language/],
  ['Relocation of the ticket database', /the ticket database from/],
  ['Webinar for pharmacists', /the webinar from/],
  ['Weekly huddle with the team leads', /decisions from the huddle carried out on time/],
  ['Resident survey about parking', /findings from the resident survey/],
  ['New signage handbook', /their answer in the signage handbook/],
  ['Toolbox talks every Tuesday', /apply what toolbox talks taught from .*%$/],
  // who does it is no part of it
  ['Foresters hold office hours', /who would come to office hours again/],
  ['Luthiers give talks', /^(?!.*luthiers)/i],
  ['Open day at the fire station', /come to the open day at the fire station/],
];

describe('work that a noun names', () => {
  for (const [sentence, first] of FIRST)
    it(sentence, () => {
      assert.match(rewordings(sentence)[0] ?? '', first);
    });

  it('is not taken for what other teams measure in like words', () => {
    for (const sentence of ['Trial of slow-release fertiliser', 'Toolbox talks every Tuesday'])
      for (const rewording of rewordings(sentence))
        assert.doesNotMatch(rewording, /trial-to-paid|pipeline|leads|acquisition/, sentence);
  });
});

describe('a first rewording', () => {
  for (const [sentence, first] of [
    ['Deal with fare fraud more firmly', /^Reduce cases of fare fraud from/],
    ['Motivate the kitchen staff', /would recommend us as an employer/],
    ['Help pensioners with the new forms', /pensioners who manage without further help/],
    ['Send reminders before each check-up', /who act on reminders/],
    ['Introduce a late collection option', /people who use the late collection option/],
    ['Refurbishment of the reading room', /the reading room/],
    ['Introduce a parking permit for every new tenant', /tenants who use the parking permit/],
    ['Quiz evenings with the tennis club', /come to quiz evenings again/],
    ['Find tutors for 30 families', /new tutors still with us after 90 days/],
    ['Reword the overdue notice', /questions about overdue notices/],
    ['Automate the tide lookup', /hours of manual work on the tide lookup/],
    ['Buy two delivery vans', /trips made with delivery vans/],
    ['Join the regional crafts network', /contacts won through the regional crafts network/],
    ['Hold grammar lessons online', /finish grammar lessons from/],
    ['Tastings at six farm shops', /would come to tastings again from/],
    ['Sound out three crane vendors', /commitments that crane vendors meet on time/],
    ['Coordinate with the harbour pilots', /hours lost waiting for the harbour pilots/],
    ['Clarify roles with the sister plant', /open questions about roles/],
    ['Rewrite the leaflet in plain language', /^(?!.*plain language)/],
    ['Rebuild the monthly reports', /mistakes found in the reports/],
    ['Fewer surprises at month end', /^Reduce surprises at month end from/],
    ['Less paper, quicker answers', /^Reduce paper from/],
  ] as const)
    it(`is about this very work: ${sentence}`, () => {
      assert.match(rewordings(sentence)[0] ?? '', first);
    });

  it('gives no values to what there is one of', () => {
    for (const rewording of rewordings('Attract a wider audience'))
      assert.doesNotMatch(rewording, /^Attract a wider audience from/);
  });
});
