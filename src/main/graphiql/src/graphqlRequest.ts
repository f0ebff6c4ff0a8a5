export const GRAPHQL_PATH = '/graphql';

export type GraphQLAnswer<Data> = {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

/** When it was answered, by the server's clock; by this machine's when the server does not say. */
export type TimedAnswer<Data> = GraphQLAnswer<Data> & { answeredAt: number };

/** Sends an operation of the page's own: signing in, refreshing, signing out. */
export async function graphqlRequest<Data>(
  query: string,
  variables: Record<string, unknown>,
  accessToken?: string,
): Promise<TimedAnswer<Data>> {
  const response = await fetch(GRAPHQL_PATH, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(accessToken && { authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  refuseWhatIsNotGraphQL(response);
  const date = Date.parse(response.headers.get('date') ?? '');
  return { ...(await response.json()), answeredAt: Number.isNaN(date) ? Date.now() : date };
}

/** A proxy's page or an empty refusal has no errors to show but its status. */
export function refuseWhatIsNotGraphQL(response: Response): void {
  const contentType = response.headers.get('content-type') ?? '';
  if (!/json|multipart\/mixed/.test(contentType)) {
    throw new Error(`The server answered ${response.status} ${response.statusText}`.trim());
  }
}

/** True when the server asked for a (new) sign-in and nothing of the operation was done. */
export function isUnauthenticated(answer: { data?: unknown; errors?: unknown }): boolean {
  const nothingDone = Object.values(answer.data ?? {}).every((value) => value === null);
  return nothingDone && hasUnauthenticatedError(answer.errors);
}

export function hasUnauthenticatedError(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.some((error) => error?.extensions?.code === 'UNAUTHENTICATED')
  );
}
