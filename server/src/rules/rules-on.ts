/** Which rules are on, worked out once for all statements that are judged with the same settings. */
import type { Rule, Severity, SeverityOf } from './rule';

export interface RuleOn<R extends Rule> {
  readonly rule: R;
  readonly setting: Severity;
}

/** The rules of a list that are on, by what their severities come from; which must always answer the same. */
export function switchedOn<R extends Rule>(
  rules: readonly R[],
): (severityOf: SeverityOf) => readonly RuleOn<R>[] {
  const known = new WeakMap<SeverityOf, readonly RuleOn<R>[]>();
  return (severityOf) => {
    let on = known.get(severityOf);
    if (!on) {
      on = rules.flatMap((rule) => {
        const setting = severityOf(rule.id);
        return setting === 'off' ? [] : [{ rule, setting }];
      });
      known.set(severityOf, on);
    }
    return on;
  };
}
