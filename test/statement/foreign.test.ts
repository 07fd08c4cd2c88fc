import { deepStrictEqual, ok, strictEqual } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse, foreignVote, isForeign } from '../../server/src/statement/index';

const FOREIGN = [
  'Appeler plus de clients',
  'Réduire le churn de 8% à 5%',
  'Lancer la nouvelle version',
  'Améliorer la satisfaction client',
  'Publier 12 articles de blog',
  'Llamar a más clientes',
  'Reducir la tasa de abandono del 8% al 5%',
  'Mejorar la cultura',
  'Aumentar o NPS de 31 para 45',
  'Lançar o novo site',
  'Contratar 5 vendedores',
  'Ridurre il tasso di abbandono',
  'Mehr Kunden anrufen',
  'NPS von 31 auf 45 steigern',
  'Kündigungsquote unter 3 % senken',
  'Meer klanten bellen',
  'Zwiększyć liczbę klientów o 20%',
  'Menelepon lebih banyak pelanggan',
  'Meningkatkan NPS dari 31 menjadi 45',
  '将净推荐值从 31 提升到 45',
  '将 NPS 从 31 提升到 45',
  '解約率を8%から5%に下げる',
  '더 많은 고객에게 전화하기',
  'โทรหาลูกค้ามากขึ้น',
  'Увеличить NPS с 31 до 45',
  'رفع رضا العملاء',
];
/** Names and loan words, and Vietnamese typed without marks, whose syllables other languages have too. */
const OURS = [
  'Café Zürich revenue up 20%',
  'Launch in São Paulo',
  'Grow São Paulo revenue by 20%',
  'A less naïve forecast',
  'Résumé screening under 2 days',
  'El Camino team hires 5 engineers',
  'Los Angeles churn below 3%',
  'Open a café in Zürich',
  'Win 東京 and 大阪 customers',
  'Cost per lead below $40',
  'Do 12 demos',
  'Keep 3σ limits on line 4',
  'Mở Café Zürich ở Quận 1',
  'Đào tạo barista người São Paulo',
  'Giam ty le loi con 2%',
  'Dan so tre em duoc tiem du',
  'Duy tri nhiet do kho o 4 do',
  'Con hang ton duoi 3%',
  'Launch web',
  'NPS 50',
  '',
];

/** Every sentence of the cases and the unseen sets, in both languages. */
function ownSentences(): readonly string[] {
  const here = new URL('../', import.meta.url);
  const cases = ['statement/cases/', 'rules/cases/'].flatMap((folder) =>
    readdirSync(new URL(folder, here)).flatMap((file) =>
      readFileSync(new URL(folder + file, here), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !/^[#=]/.test(line)),
    ),
  );
  const corpus = readdirSync(new URL('corpus/', here))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) =>
      readFileSync(new URL(`corpus/${file}`, here), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => (JSON.parse(line) as { text: string }).text);
  return [...cases, ...corpus];
}

describe('foreign statements', () => {
  for (const form of ['NFC', 'NFD'] as const) {
    it(`are told by their own words (${form})`, () =>
      deepStrictEqual(
        FOREIGN.filter((text) => !isForeign(text.normalize(form), false)),
        [],
      ));
    it(`are not English or Vietnamese with names and loan words in it (${form})`, () =>
      deepStrictEqual(
        OURS.filter((text) => isForeign(text.normalize(form), false)),
        [],
      ));
  }

  it('are none of the sentences that the judgement is measured on', () => {
    const sentences = ownSentences();
    ok(sentences.length > 2000);
    deepStrictEqual(
      sentences.filter((text) => isForeign(text, false)),
      [],
    );
  });

  it('follow those around them where their own words do not tell', () => {
    ok(!isForeign('NPS 50', false));
    ok(isForeign('NPS 50', true));
    ok(!isForeign('Raise the NPS to 50', true));
    ok(!isForeign('Nâng NPS lên 50', true));
  });

  it('vote within bounds', () => {
    for (const text of [...FOREIGN, ...OURS]) ok(Math.abs(foreignVote(text)) <= 3, text);
  });

  it('keep their numbers and nothing that words said', () => {
    const facts = analyse('Réduire le churn: 8% → 5%', 'en', true);
    ok(facts.foreign && facts.confidence < 0.5);
    strictEqual(facts.baseline?.value, 8);
    strictEqual(facts.target?.value, 5);
    strictEqual(facts.head, undefined);
    strictEqual(facts.metric, undefined);
    strictEqual(analyse('Appeler plus de clients', 'en', true).class, 'vague');
  });
});
