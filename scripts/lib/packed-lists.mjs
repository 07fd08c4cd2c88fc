// @ts-check
/**
 * Knowledge is for the most part lists of words, and lists of entries with the same keys. Words written as one string,
 * and keys written once, need fewer signs around them, compressed and not, and are read as quickly: `["call","phone"]`
 * is `"^call^phone"`, and `[{"a":1,"b":2},{"a":3},{"a":4}]` is `["^",["a","b"],[1,2],[3],[4]]`; entries by name likewise,
 * with their keys under the name `^`.
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
  const keys = keysOf(entries);
  return [SIGN, keys, ...entries.map((entry) => rowOf(entry, keys))];
}

/** @param {readonly Entry[]} entries */
const keysOf = (entries) => [...new Set(entries.flatMap((entry) => Object.keys(entry)))];

/**
 * @param {Entry} entry
 * @param {string[]} keys
 */
function rowOf(entry, keys) {
  const last = keys.findLastIndex((key) => key in entry);
  return keys.slice(0, last + 1).map((key) => (key in entry ? pack(entry[key]) : null));
}

/**
 * @param {readonly unknown[]} values
 * @returns {values is Entry[]}
 */
const areEntries = (values) =>
  values.length >= ROWS && values.every((entry) => isEntry(entry) && !Object.values(entry).includes(null));

/**
 * The keys of entries that each have theirs in that order: in another, what a second language writes by these keys would
 * lie elsewhere. Undefined where they have not, or are none.
 *
 * @param {readonly unknown[]} values
 */
function keysInOrder(values) {
  if (!areEntries(values)) return undefined;
  const keys = keysOf(values);
  const isInOrder = (/** @type {Entry} */ entry) =>
    Object.keys(entry).join() === keys.filter((key) => key in entry).join();
  return values.every(isInOrder) ? keys : undefined;
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
    return areEntries(value) ? rowsOf(value) : value.map(pack);
  }
  if (typeof value === 'string' && value.startsWith(SIGN))
    throw new Error(`${value} would be read as a list`);
  if (!isEntry(value)) return value;
  if (SIGN in value) throw new Error(`${SIGN} would be read as a list of keys`);
  const named = Object.entries(value);
  const entries = Object.values(value);
  const keys = keysInOrder(entries);
  if (!keys) return Object.fromEntries(named.map(([key, each]) => [key, pack(each)]));
  const rows = named.map(([key], n) => [key, rowOf(/** @type {Entry} */ (entries[n]), keys)]);
  return Object.fromEntries([[SIGN, keys], ...rows]);
}

/**
 * What was packed, in place where it can be.
 *
 * @param {any} value
 * @returns {any}
 */
export function unpack(value) {
  if (typeof value === 'string') return value.startsWith(SIGN) ? value.slice(1).split(SIGN) : value;
  if (Array.isArray(value) && value[0] === SIGN) return value.slice(2).map((row) => entryOf(value[1], row));
  if (value?.[SIGN]) {
    const { [SIGN]: keys, ...rows } = value;
    for (const key in rows) rows[key] = entryOf(keys, rows[key]);
    return rows;
  }
  if (typeof value === 'object') for (const key in value) value[key] = unpack(value[key]);
  return value;
}

/**
 * @param {string[]} keys
 * @param {any[]} row
 */
function entryOf(keys, row) {
  /** @type {Entry} */
  const entry = {};
  for (let n = 0; n < row.length; n++)
    if (row[n] !== null) entry[/** @type {string} */ (keys[n])] = unpack(row[n]);
  return entry;
}

const LIKE = '~';
const AMONG = '#';

/** @param {unknown} value @returns {value is string[]} */
const areWords = (value) => Array.isArray(value) && value.every((word) => typeof word === 'string');

/**
 * Words of which most stand in `base` as well: the numbers of those.
 *
 * @param {string[]} base
 * @param {string[]} words
 */
function among(base, words) {
  const numbers = words.map((word) => (base.includes(word) ? base.indexOf(word) : word));
  return numbers.filter((part) => typeof part === 'string').length * 2 < words.length && [AMONG, ...numbers];
}

/** @param {unknown} value */
function packOwn(value) {
  const packed = pack(value);
  if (Array.isArray(packed) && (packed[0] === LIKE || packed[0] === AMONG))
    throw new Error(`${packed[0]} would be read as a sign`);
  return packed;
}

/**
 * The same knowledge in another language: its keys are those of `base`, so only what they hold is written, in their
 * order; what is missing is null, and what `base` has not stands behind. Where it has other keys, it is packed for itself.
 *
 * @param {unknown} base
 * @param {unknown} value
 * @returns {unknown}
 */
export function packLike(base, value) {
  // As it will be there: packing may have put its keys in another order.
  return packBeside(unpack(JSON.parse(JSON.stringify(pack(base)))), value);
}

/**
 * @param {unknown} base
 * @param {unknown} value
 * @returns {unknown}
 */
function packBeside(base, value) {
  if (areWords(base) && areWords(value)) return among(base, value) || packOwn(value);
  if (!isEntry(base) || !isEntry(value)) return packOwn(value);
  const keys = Object.keys(base);
  const own = Object.keys(value);
  const shared = keys.filter((key) => key in value);
  const more = own.slice(shared.length);
  const isAlike = shared.length * 2 > keys.length && shared.every((key, n) => key === own[n]);
  if (!isAlike || Object.values(value).includes(null)) return packOwn(value);
  const values = keys.map((key) => (key in value ? packBeside(base[key], value[key]) : null));
  if (more.length === 0) return [LIKE, values];
  return [LIKE, values, pack(Object.fromEntries(more.map((key) => [key, value[key]])))];
}

/**
 * What `packLike` made, from the same `base`.
 *
 * @param {any} base
 * @param {any} packed
 * @returns {any}
 */
export function unpackLike(base, packed) {
  if (!Array.isArray(packed)) return unpack(packed);
  if (packed[0] === AMONG)
    return packed.slice(1).map((part) => (typeof part === 'number' ? base[part] : part));
  if (packed[0] !== LIKE) return unpack(packed);
  const [, values, more] = packed;
  /** @type {Entry} */
  const entry = {};
  Object.keys(base).forEach((key, n) => {
    if (values[n] !== null) entry[key] = unpackLike(base[key], values[n]);
  });
  return Object.assign(entry, more && unpack(more));
}
