// @ts-check
/** What `npm audit --json` says about the packages that are shipped. */

/**
 * @typedef {object} Verdict
 * @property {'clean' | 'vulnerable' | 'unknown'} result
 * @property {string} text What to print.
 */

/**
 * The packages that the notices of third parties name.
 *
 * @param {string} notices
 * @returns {ReadonlySet<string>}
 */
export function shippedPackages(notices) {
  const names = notices.matchAll(/^((?:@[\w.-]+\/)?[\w.-]+) \d+\.\d[^ ]* \([^)]+\)$/gm);
  return new Set([...names].map(([, name]) => /** @type {string} */ (name)));
}

/**
 * @param {string} answer What npm printed.
 * @param {ReadonlySet<string>} shipped
 * @returns {Verdict}
 */
export function verdictOf(answer, shipped) {
  /** @type {Record<string, any>} */
  let report = {};
  try {
    report = JSON.parse(answer) ?? {};
  } catch {
    // npm printed no report.
  }
  if (typeof report.vulnerabilities !== 'object' || report.vulnerabilities === null) {
    const where = typeof report.uri === 'string' ? new URL(report.uri).host : 'the registry';
    const why = report.error?.summary || report.message || 'no answer';
    return {
      result: 'unknown',
      text: `NOT CHECKED: ${where} keeps no list of vulnerabilities that npm could ask (${why}).\nRun "npm run audit:shipped" where https://registry.npmjs.org can be reached.`,
    };
  }
  const named = Object.keys(report.vulnerabilities).filter((name) => shipped.has(name));
  return named.length === 0
    ? { result: 'clean', text: `No known vulnerability in the ${shipped.size} shipped packages.` }
    : {
        result: 'vulnerable',
        text: `Vulnerable and shipped: ${named.join(', ')}. Update them, or take them out.`,
      };
}
