/** `npm run soak [-- EDITS]`: 100,000 random edits by default; writes its figures where `npm run quality` finds them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { soak } from './soak';

const out = path.resolve(import.meta.dirname, '../bench/out');
const result = await soak(Number(process.argv[2] ?? 100_000));
mkdirSync(out, { recursive: true });
writeFileSync(path.join(out, 'soak.json'), `${JSON.stringify(result, undefined, 2)}\n`);
console.log(result);
const flat = Number.isNaN(result.most) || result.most <= result.warm * 1.5;
if (result.wrong.length > 0 || !flat) process.exitCode = 1;
