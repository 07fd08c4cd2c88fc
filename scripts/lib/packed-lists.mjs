// @ts-check
/**
 * Knowledge is for the most part lists of words, and lists of entries with the same keys. Words written as one string,
 * and keys written once, need fewer signs around them, compressed and not, and are read as quickly: `["call","phone"]`
 * is `"^call^phone"`, and `[{"a":1,"b":2},{"a":3},{"a":4}]` is `["^",["a","b"],[1,2],[3],[4]]`.
 */

const SIGN = '^';
/** From so many entries on it pays to write their keys apart. */
const ROWS = 3;

/** @typedef {Record<string, unknown>} Entry */

/**
 * @param {unknown} value
 * @returns {value is Entry}
 */
const isEntry = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {readonly Entry[]} entries
 * @returns {unknown[]}
 */
function rowsOf(entries) {
  const keys = [...new Set(entries.flatMap((entry) => Object.keys(entry)))];
  const rows = entries.map((entry) => {
    const last = keys.findLastIndex((key) => key in entry);
    return keys.slice(0, last + 1).map((key) => (key in entry ? pack(entry[key]) : null));
  });
  return [SIGN, keys, ...rows];
}

/**
 * JSON with its lists packed. What holds the sign or null where that would be ambiguous stays as it is, or is refused.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
export function pack(value) {
  if (Array.isArray(value)) {
    if (value.length > 1 && value.every((word) => typeof word === 'string' && !word.includes(SIGN)))
      return SIGN + value.join(SIGN);
    const areRows =
      value.length >= ROWS && value.every((entry) => isEntry(entry) && !Object.values(entry).includes(null));
    return areRows ? rowsOf(value) : value.map(pack);
  }
  if (typeof value === 'string' && value.startsWith(SIGN))
    throw new Error(`${value} would be read as a list`);
  if (!isEntry(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pack(each)]));
}

/**
 * What was packed, in place where it can be.
 *
 * @param {any} value
 * @returns {any}
 */
export function unpack(value) {
  if (typeof value === 'string') return value.startsWith(SIGN) ? value.slice(1).split(SIGN) : value;
  if (Array.isArray(value) && value[0] === SIGN) return entriesOf(value);
  if (typeof value === 'object') for (const key in value) value[key] = unpack(value[key]);
  return value;
}

/**
 * @param {any[]} packed
 * @returns {Entry[]}
 */
function entriesOf([, keys, ...rows]) {
  return rows.map((row) => {
    /** @type {Entry} */
    const entry = {};
    for (let n = 0; n < row.length; n++) if (row[n] !== null) entry[keys[n]] = unpack(row[n]);
    return entry;
  });
}
