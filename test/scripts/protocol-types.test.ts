import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withoutUnused } from '../../scripts/lib/protocol-types.mjs';

const SOURCE = `'use strict';
/**
 * A place; see {@link Color}.
 */
export var Position;
(function (Position) {
    function is(value) {
        return Is.number(value);
    }
    Position.is = is;
})(Position || (Position = {}));
export var Range;
(function (Range) {
    function is(value) {
        return Position.is(value.start);
    }
    Range.is = is;
})(Range || (Range = {}));
export var Color;
(function (Color) {
    Color.red = 1;
})(Color || (Color = {}));
export class Document {
    at() {
        return 1;
    }
}
var Is;
(function (Is) {
    Is.number = (value) => typeof value === 'number';
})(Is || (Is = {}));
`;

const namesIn = (source: string) =>
  [...source.matchAll(/^export (?:var|class) (\w+)/gm)].map(([, name]) => name);

describe('Types of the protocol in the bundle', () => {
  it('are those that are used, and those that these use', () => {
    const kept = withoutUnused(SOURCE, (name) => name === 'Range');
    assert.deepEqual(namesIn(kept), ['Position', 'Range']);
    assert.match(kept, /^var Is;/m);
    assert.equal(new Function(`${kept.replace(/^export /gm, '')}; return Range.is({ start: 1 });`)(), true);
  });

  it('stay as they are where all are used', () => {
    assert.equal(
      withoutUnused(SOURCE, () => true),
      SOURCE,
    );
  });

  it('are found in the package as it is', () => {
    const require = createRequire(import.meta.url);
    const file = require.resolve('vscode-languageserver-types').replace(/lib[\\/]umd/, 'lib/esm');
    const source = readFileSync(file, 'utf8');
    const kept = withoutUnused(source, (name) => name === 'DiagnosticSeverity');
    assert.ok(namesIn(source).length > 50, 'the package is written in another way now');
    assert.deepEqual(namesIn(kept).includes('DiagnosticSeverity'), true);
    assert.ok(kept.length < source.length / 4, `${kept.length} of ${source.length} units are left`);
  });
});
