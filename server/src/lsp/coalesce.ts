/** Work that is done once for many messages: when those that have arrived already are read. */

import { nextTurn } from './turns';

/** Milliseconds after which work is done although messages keep coming. */
const LONGEST_WAIT = 200;
/** The connection reads one message per turn and asks for its next turn after we have asked for ours. */
const QUIET_TURNS = 2;

interface Waiting {
  readonly since: number;
  quietTurns: number;
}

/**
 * Calls `run` once for all calls of the returned function with the same key that come close after one another: a
 * person who types fast, or pastes, into a large document would else wait for the diagnostics of every step.
 */
export function coalesced(run: (key: string) => void): (key: string) => void {
  const waiting = new Map<string, Waiting>();

  function turn(key: string, state: Waiting): void {
    state.quietTurns++;
    if (state.quietTurns <= QUIET_TURNS && performance.now() - state.since < LONGEST_WAIT) {
      void nextTurn().then(() => turn(key, state));
      return;
    }
    waiting.delete(key);
    run(key);
  }

  return (key) => {
    const known = waiting.get(key);
    if (known) {
      known.quietTurns = 0;
      return;
    }
    const state: Waiting = { since: performance.now(), quietTurns: 0 };
    waiting.set(key, state);
    void nextTurn().then(() => turn(key, state));
  };
}
