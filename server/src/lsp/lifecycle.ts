/**
 * The order of a session, as the protocol has it: nothing before `initialize`, which comes once, and nothing but `exit`
 * after `shutdown`. The library leaves that to servers.
 */
import {
  type Connection,
  ErrorCodes,
  type Message,
  type MessageStrategy,
  type RequestMessage,
  ResponseError,
} from 'vscode-languageserver';

/** What a request that comes too early or too late is turned into. */
const REFUSED = 'okrlint/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

const TOO_EARLY: Refusal = {
  code: ErrorCodes.ServerNotInitialized,
  message: 'The server has not been initialized.',
};
const TOO_LATE: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server has been shut down.' };
const TWICE: Refusal = { code: ErrorCodes.InvalidRequest, message: 'The server is initialized already.' };

/** For the options of a connection; `refuse` makes the other half. One per connection. */
export function sessionOrder(): MessageStrategy {
  let state: 'new' | 'running' | 'ended' = 'new';

  function refusalOf(method: string): Refusal | undefined {
    if (state === 'ended') return TOO_LATE;
    if (method === 'initialize') return state === 'new' ? undefined : TWICE;
    return state === 'new' ? TOO_EARLY : undefined;
  }

  return {
    handleMessage(message, next) {
      const { method, id } = message as Partial<RequestMessage>;
      if (typeof method !== 'string' || method === 'exit') return next(message);
      const refusal = refusalOf(method);
      if (refusal) {
        // What needs no answer is dropped.
        return id === undefined ? undefined : next(refused(message, refusal));
      }
      if (method === 'initialize') state = 'running';
      if (method === 'shutdown') state = 'ended';
      return next(message);
    },
  };
}

function refused(message: Message, refusal: Refusal): Message {
  return { ...message, method: REFUSED, params: refusal } as RequestMessage;
}

/** Answers the requests that were refused. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
}
