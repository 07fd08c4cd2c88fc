import assert from 'node:assert/strict';
import { findBrowser, howToInstallBrowser } from '../../scripts/lib/browser.mjs';

/** A computer with only the given files. */
function host(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, ...files: string[]) {
  return { platform, env, isFile: (file: string) => files.includes(file) };
}

describe('the search for a browser', () => {
  it('finds Chromium, Chrome and Edge where Linux keeps them', () => {
    const path = { PATH: '/usr/local/bin:/usr/bin' };
    assert.equal(findBrowser(host('linux', path, '/usr/bin/chromium')), '/usr/bin/chromium');
    assert.equal(
      findBrowser(host('linux', path, '/usr/local/bin/google-chrome')),
      '/usr/local/bin/google-chrome',
    );
    assert.equal(findBrowser(host('linux', {}, '/snap/bin/chromium')), '/snap/bin/chromium');
    assert.equal(
      findBrowser(host('linux', {}, '/opt/microsoft/msedge/msedge')),
      '/opt/microsoft/msedge/msedge',
    );
  });

  it('finds them where macOS keeps them', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const edge = '/Users/linh/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    assert.equal(findBrowser(host('darwin', {}, chrome)), chrome);
    assert.equal(findBrowser(host('darwin', { HOME: '/Users/linh' }, edge)), edge);
  });

  it('finds them where Windows keeps them', () => {
    const env = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\linh\\AppData\\Local',
    };
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const chrome = 'C:\\Users\\linh\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
    assert.equal(findBrowser(host('win32', env, edge)), edge);
    assert.equal(findBrowser(host('win32', env, chrome)), chrome);
  });

  it('takes the one that the environment names', () => {
    const files = ['/usr/bin/chromium', '/home/linh/chrome'];
    const env = { PATH: '/usr/bin', CHROME_PATH: '/home/linh/chrome' };
    assert.equal(findBrowser(host('linux', env, ...files)), '/home/linh/chrome');
    assert.equal(
      findBrowser(host('linux', { ...env, OKRLINT_BROWSER: '/usr/bin/chromium' }, ...files)),
      '/usr/bin/chromium',
    );
  });

  it('does not pass over a wrong name in the environment', () => {
    const computer = host('linux', { PATH: '/usr/bin', OKRLINT_BROWSER: '/no/such' }, '/usr/bin/chromium');
    assert.throws(() => findBrowser(computer), /OKRLINT_BROWSER names \/no\/such/);
  });

  it('says in one line how to get one where there is none', () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
      assert.equal(findBrowser(host(platform, { PATH: '/usr/bin' })), undefined);
      assert.match(
        howToInstallBrowser(platform),
        /^no Chromium, Chrome or Edge found: install one[^\n]*OKRLINT_BROWSER$/,
      );
    }
  });
});
