// Setup comes first: it makes `describe` and `it` global.
import './setup';
import './activation.test';
import './diagnostics.test';
import './hover.test';
import './code-actions.test';
import './snippets.test';
import './completion.test';
import './navigation.test';
import './configuration.test';
import './commands.test';
import './scorecard.test';
import './preview.test';
import './places.test';
import './models.test';
import './beside.test';
import './crash.test';
import './no-folder.test';
import './several-folders.test';

/** VS Code calls this in the extension host; a rejection is a failed run. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} tests failed.`))));
  });
}
