/**
 * Good key results that the statement stage still reads wrongly, so that a rule warns. The rewrite that made them is
 * not at fault. Each line goes when the stage reads its sentences: nothing else may be added without telling it.
 */
const MISREAD: readonly { readonly rule: string; readonly sentence: RegExp }[] = [
  // "the share of …" is taken for something that is better when it is larger, whatever it is a share of
  { rule: 'metric-polarity', sentence: /^reduce the share of /iu },
  // the polarity of "users", not of "the time"
  { rule: 'metric-polarity', sentence: /^reduce the time (?:users|new|staff|partners|to resolve) /iu },
  { rule: 'metric-polarity', sentence: /^giảm số lần /iu },
  { rule: 'metric-polarity', sentence: /^giảm 40% lỗi đơn hàng /iu },
  // a floor under a metric whose name holds a verb
  { rule: 'kr-activity', sentence: /^keep the share of .* above \d+%/iu },
  { rule: 'kr-activity', sentence: /^giữ tỷ lệ .* trên \d+%/iu },
  { rule: 'direction-contradiction', sentence: /^the share of callers who hang up /iu },
];

/** Whether a warning of that rule on that sentence is the statement stage's misreading. */
export function isMisread(rule: string, sentence: string): boolean {
  return MISREAD.some((known) => known.rule === rule && known.sentence.test(sentence));
}
