import assert from 'node:assert/strict';
import { readCounts, summaryLine } from '../../scripts/lib/summary.mjs';

describe('the counts of a test run', () => {
  it('are read from what mocha prints', () => {
    assert.deepEqual(readCounts('\n  ..\n\n  12 passing (3s)\n'), { passed: 12, failed: 0, skipped: 0 });
    assert.deepEqual(readCounts('  1 passing (1m)\n  2 pending\n  3 failing\n\n  1) a\n'), {
      passed: 1,
      failed: 3,
      skipped: 2,
    });
  });

  it('are read through colours', () => {
    assert.deepEqual(
      readCounts('\u001b[92m \u001b[0m\u001b[32m 7 passing\u001b[0m\u001b[90m (5ms)\u001b[0m'),
      {
        passed: 7,
        failed: 0,
        skipped: 0,
      },
    );
  });

  it('are read from our own last line', () => {
    assert.deepEqual(readCounts('✓ a\r\n4 passed, 1 failed, 2 skipped\r\n'), {
      passed: 4,
      failed: 1,
      skipped: 2,
    });
    assert.deepEqual(readCounts('4 passed, 0 failed'), { passed: 4, failed: 0, skipped: 0 });
  });

  it('are unknown when the run ended before it told them', () => {
    assert.equal(readCounts('Error: no test files found\n the 3 passing tests of yesterday'), undefined);
  });

  it('are written in one plain line', () => {
    assert.equal(summaryLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
    assert.equal(summaryLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
  });
});
