/** Values of written numbers. */

const GROUPED = /^[0-9]{1,3}(?:[.,][0-9]{3})+$/;

/**
 * The value of digits with `.` and `,`. Which of the two groups thousands depends on the language, but real text
 * mixes them, so the shape decides where it can: `50.000` and `2,000,000` are grouped, `1.5` and `1,5` are not.
 * @param groupMark the language's mark between thousands, for the shapes that could be either (`1.500`)
 * @param share a percent sign follows: three digits behind the mark are then decimals (`99.950%`)
 */
export function parseNumber(written: string, groupMark: '.' | ',', share: boolean): number {
  const dot = written.includes('.');
  const comma = written.includes(',');
  if (!dot && !comma) return Number(written);
  if (dot && comma) {
    const decimal = written.lastIndexOf('.') > written.lastIndexOf(',') ? '.' : ',';
    return plain(written, decimal);
  }
  const mark = dot ? '.' : ',';
  if (GROUPED.test(written) && !written.startsWith('0')) {
    const several = written.indexOf(mark) !== written.lastIndexOf(mark);
    if (several) return Number(written.replaceAll(mark, ''));
    if (!share && (mark === groupMark || mark === ',')) return Number(written.replace(mark, ''));
  }
  return plain(written, mark);
}

function plain(written: string, decimal: '.' | ','): number {
  const other = decimal === '.' ? ',' : '.';
  const value = Number(written.replaceAll(other, '').replace(decimal, '.'));
  if (!Number.isNaN(value)) return value;
  return Number(written.replace(/[.,]/g, ''));
}
