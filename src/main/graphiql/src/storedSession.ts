export type Viewer = { name: string; email: string };

export type StoredSession = {
  id: string;
  accessToken: string;
  refreshToken: string;
  /** When to exchange the tokens, by this machine's clock, in milliseconds. */
  renewAt: number;
  viewer: Viewer;
};

const STORAGE_KEY = 'protoworks.session';
const CLAIM_TIMEOUT_MILLISECONDS = 1000;

export function newSessionId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

export function store(session: StoredSession | null): void {
  if (session) {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(session));
  } else {
    sessionStorage.removeItem(STORAGE_KEY);
  }
}

/** The session of before a reload. A copy that the browser made for a duplicated tab is dropped. */
export async function restore(): Promise<StoredSession | null> {
  const text = sessionStorage.getItem(STORAGE_KEY);
  if (!text) {
    return null;
  }
  const session = JSON.parse(text) as StoredSession;
  if (await claim(session.id)) {
    return session;
  }
  store(null);
  return null;
}

/**
 * Makes this page the only one that uses the session, until it is closed. Two pages with one session would both
 * refresh with the same token, which the server takes for theft and ends the session. Pages that are not served
 * over TLS nor from this machine have no locks: there a duplicated tab shares the session.
 */
export function claim(sessionId: string): Promise<boolean> {
  if (!navigator.locks) {
    return Promise.resolve(true);
  }
  return new Promise((resolve) => {
    navigator.locks
      .request(
        `protoworks.session.${sessionId}`,
        { signal: AbortSignal.timeout(CLAIM_TIMEOUT_MILLISECONDS) },
        () => {
          resolve(true);
          return new Promise(() => undefined);
        },
      )
      .catch(() => resolve(false));
  });
}
