import type { FetcherParams, Observable } from '@graphiql/toolkit';
import type { ExecutionResult } from 'graphql';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { GRAPHQL_PATH, hasUnauthenticatedError } from './graphqlRequest';
import type { Session } from './session';

/** Close codes with which servers refuse who connects. */
const REFUSING_CLOSE_CODES = [4401, 4403];

type Observer = {
  next: (value: ExecutionResult) => void;
  error: (error: unknown) => void;
  complete: () => void;
};

/** Runs subscriptions over a WebSocket of the page's own origin, as who is signed in when they start. */
export function createSubscriber(session: Session) {
  return (params: FetcherParams, headers: Record<string, unknown> = {}) =>
    ({
      subscribe: (observer: Observer) => ({ unsubscribe: start(session, params, headers, observer) }),
    }) as Observable<ExecutionResult>;
}

/** Answers how to stop it. A refused token is renewed once. */
function start(
  session: Session,
  params: FetcherParams,
  headers: Record<string, unknown>,
  observer: Observer,
): () => void {
  let stopped = false;
  let unsubscribe = () => {};
  let usedToken: string | undefined;

  const connect = (isRetry: boolean) => {
    const client = createClient({
      retryAttempts: 0, // Starting again by itself could lose events unseen.
      url: new URL(GRAPHQL_PATH, location.href.replace(/^http/, 'ws')).href,
      connectionParams: async () => {
        usedToken = await session.accessToken();
        return { ...(usedToken && { Authorization: `Bearer ${usedToken}` }), ...headers };
      },
    });
    const stop = client.subscribe(params as SubscribePayload, {
      next: (value) => observer.next(value as ExecutionResult),
      complete: () => stopped || observer.complete(),
      error: async (error) => {
        const token = usedToken;
        if (!isRetry && token && isRefusal(error) && (await renewed(session, token))) {
          return stopped ? undefined : connect(true);
        }
        return observer.error(readable(error));
      },
    });
    unsubscribe = () => {
      stop();
      client.dispose();
    };
  };

  connect(false);
  return () => {
    stopped = true;
    unsubscribe();
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof CloseEvent
    ? REFUSING_CLOSE_CODES.includes(error.code)
    : hasUnauthenticatedError(error);
}

async function renewed(session: Session, accessToken: string): Promise<boolean> {
  return session.refresh(accessToken).catch(() => false);
}

function readable(error: unknown): unknown {
  return error instanceof CloseEvent
    ? new Error(`The server closed the connection: ${error.code} ${error.reason}`.trim())
    : error;
}
