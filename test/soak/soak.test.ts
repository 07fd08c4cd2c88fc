import assert from 'node:assert/strict';
import { soak } from './soak';

describe('random edits over ten documents that open and close', function () {
  this.timeout(120_000);

  it('leave memory flat and diagnostics right', async () => {
    const { warm, most, wrong } = await soak(4000);
    assert.deepEqual(wrong, []);
    // The engine takes some time to settle; a leak of a document per edit would be far beyond this.
    if (!Number.isNaN(most)) assert.ok(most <= warm * 1.6 + 20, `${warm} MB became ${most} MB`);
  });
});
