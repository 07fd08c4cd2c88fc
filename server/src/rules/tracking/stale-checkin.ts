import type { KeyResultItem, Located } from '../../document/model';
import { daysBetween, parseValue } from '../../progress';
import { firstField, onSentence } from '../places';
import { DEFAULT_LIMITS } from '../profiles';
import type { GroupContext, GroupMember, GroupRule } from '../rule';
import { isFinal } from './items';

/** `checkin: 14d`, `checkin: 2 weeks`, `checkin: 7`. */
function daysAllowed({ document }: GroupContext): number {
  const written = document.document.frontMatter?.values.get('checkin')?.text;
  const value = written === undefined ? undefined : parseValue(written, 'en');
  if (value && value.value > 0) return /^w|^tu/iu.test(value.unit ?? '') ? value.value * 7 : value.value;
  return (document.limits ?? DEFAULT_LIMITS).checkIn?.days ?? DEFAULT_LIMITS.checkIn.days;
}

interface Stale {
  readonly kr: Located<KeyResultItem>;
  readonly date: string;
  readonly days: number;
}

/** The last update of an unfinished key result, where it is older than allowed. */
function staleness(kr: GroupMember<KeyResultItem>, today: string, allowed: number): Stale | undefined {
  if (kr.item.checked || (kr.item.checkIns.length === 0 && !firstField(kr.item, 'updated'))) return undefined;
  const { updated, progress, stated, score, status } = kr.tracking;
  if (updated === undefined || score !== undefined) return undefined;
  if ((progress ?? stated ?? 0) >= 1 || isFinal(status)) return undefined;
  const days = daysBetween(updated, today);
  return days > allowed ? { kr, date: updated, days } : undefined;
}

/**
 * A key result that was updated once, but not lately; a reminder at first, a warning after twice the time. Where all
 * are stale it is said once. Domain note §3.7.
 */
export const staleCheckin: GroupRule = {
  id: 'stale-checkin',
  scope: 'document',
  source: 'wodtke',
  variants: ['all'],
  checkGroup(context) {
    const { cycle, keyResults, document } = context;
    if (!cycle || document.today < cycle.start || document.today > cycle.end) return [];
    const allowed = daysAllowed(context);
    const stale = keyResults.flatMap((kr) => staleness(kr, document.today, allowed) ?? []);
    const all = stale.length > 1 && stale.length === keyResults.length;
    // The one that was seen last says how long nobody has looked.
    const told = all ? [stale.reduce((newest, one) => (one.days < newest.days ? one : newest))] : stale;
    return told.map(({ kr, date, days }) => {
      const params = { date, days: String(days), max: String(allowed), count: String(stale.length) };
      return onSentence(kr, {
        params,
        ...(all && { variant: 'all' }),
        ...(days <= 2 * allowed && { mild: true as const }),
      });
    });
  },
};
