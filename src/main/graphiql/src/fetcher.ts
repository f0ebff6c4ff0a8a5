import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import type { ExecutionResult, OperationDefinitionNode } from 'graphql';
import { GRAPHQL_PATH, isUnauthenticated, refuseWhatIsNotGraphQL } from './graphqlRequest';
import type { Session } from './session';
import { createSubscriber } from './subscriber';

const SIGN_IN_TO_READ_THE_SCHEMA: ExecutionResult = {
  errors: [new GraphQLError('Sign in, top right, to read the schema and to run the examples.')],
  data: null,
};

/** Sends what GraphiQL runs: subscriptions over a WebSocket, all else over HTTP, both as who is signed in. */
export function createFetcher(session: Session): Fetcher {
  const http = {
    url: GRAPHQL_PATH,
    headers: { accept: 'application/json, multipart/mixed' },
    fetch: (input: RequestInfo | URL, init?: RequestInit) => authenticatedFetch(session, input, init),
  };
  const schemaFetcher = askingToSignIn(createGraphiQLFetcher(http));
  const overHttp = createGraphiQLFetcher({ ...http, schemaFetcher });
  const overWebSocket = createSubscriber(session);

  return (params, options) => {
    const operation = operationOf(params);
    const named = { ...params, operationName: operation?.name?.value ?? params.operationName ?? null };
    return operation?.operation === 'subscription'
      ? overWebSocket(named, options?.headers)
      : overHttp(named, options);
  };
}

/** GraphiQL shows why it could not read the schema; "unauthenticated" would not tell a newcomer what to do. */
function askingToSignIn(fetcher: Fetcher): Fetcher {
  return async (params, options) => {
    const answer = (await fetcher(params, options)) as ExecutionResult;
    return isUnauthenticated(answer) ? SIGN_IN_TO_READ_THE_SCHEMA : answer;
  };
}

/** Right after a change of tabs GraphiQL still names the operation of the tab before. */
function operationOf({ query, operationName }: FetcherParams): OperationDefinitionNode | null {
  try {
    const document = parse(query);
    return getOperationAST(document, operationName) ?? getOperationAST(document) ?? null;
  } catch {
    return null; // The server explains what is wrong with the document.
  }
}

/** Adds the token, unless the Headers tab brings its own (an API key, say). Renews it once when it is refused. */
async function authenticatedFetch(
  session: Session,
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const headers = new Headers(init?.headers);
  const send = async (accessToken: string | undefined) => {
    if (accessToken) {
      headers.set('authorization', `Bearer ${accessToken}`);
    }
    return fetch(input, { ...init, headers });
  };

  const accessToken = headers.has('authorization') ? undefined : await session.accessToken();
  let response = await send(accessToken);
  if (accessToken && (await isRefused(response)) && (await session.refresh(accessToken))) {
    response = await send(await session.accessToken());
  }
  refuseWhatIsNotGraphQL(response);
  return response;
}

async function isRefused(response: Response): Promise<boolean> {
  if (response.status === 401) {
    return true;
  }
  const isJson = (response.headers.get('content-type') ?? '').includes('json');
  return isJson && isUnauthenticated(await response.clone().json());
}
