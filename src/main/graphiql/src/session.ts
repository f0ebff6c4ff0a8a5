import { useSyncExternalStore } from 'react';
import { graphqlRequest, hasUnauthenticatedError, type TimedAnswer } from './graphqlRequest';
import * as storedSession from './storedSession';
import type { StoredSession, Viewer } from './storedSession';

const LOGIN = `mutation($input: LoginInput!) {
  login(input: $input) { accessToken refreshToken expiresAt viewer { name email } errors { message code } }
}`;
const REFRESH = `mutation($input: RefreshInput!) {
  refresh(input: $input) { accessToken refreshToken expiresAt errors { message } }
}`;
const LOGOUT = 'mutation { logout { errors { message } } }';

const RENEW_AHEAD_MILLISECONDS = 30_000;
const SHORTEST_TIMER_MILLISECONDS = 1000;
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;

type Tokens = { accessToken: string; refreshToken: string; expiresAt: string };
type Refusable = { errors: { message: string }[] };
type LoginData = { login: (Partial<Tokens> & { viewer?: Viewer } & Refusable) | null };
type RefreshData = { refresh: (Partial<Tokens> & Refusable) | null };

export type SessionState = { id: string | null; viewer: Viewer | null; notice: string | null };

const SIGNED_OUT: SessionState = { id: null, viewer: null, notice: null };

/** Who is signed in on this page. Holds the tokens, and renews them before they expire. */
class Session {
  #current: StoredSession | null = null;
  #state: SessionState = SIGNED_OUT;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refreshing: Promise<boolean> | null = null;

  readonly state = (): SessionState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async restore(): Promise<void> {
    this.#keep(await storedSession.restore());
  }

  /** Answers why the sign-in was refused: nothing when it was not. */
  async signIn(email: string, password: string): Promise<string[]> {
    const answer = await graphqlRequest<LoginData>(LOGIN, { input: { email, password } });
    const login = answer.data?.login;
    if (login?.accessToken && login.viewer) {
      const id = storedSession.newSessionId();
      await storedSession.claim(id);
      this.#keep({ id, viewer: login.viewer, ...tokensOf(login as Tokens, answer) });
      return [];
    }
    const refusals = [...(answer.errors ?? []), ...(login?.errors ?? [])];
    return refusals.length > 0 ? refusals.map(({ message }) => message) : ['The sign-in was refused.'];
  }

  /** Forgets the tokens even when the server can't be told. */
  async signOut(): Promise<void> {
    const logout = async () => graphqlRequest(LOGOUT, {}, await this.accessToken());
    await logout().catch(() => undefined);
    storedSession.store(null);
    location.reload(); // So that nothing of what was read as this user stays on the page.
  }

  /** A token that is good for another while, or nothing when nobody is signed in. */
  async accessToken(): Promise<string | undefined> {
    if (this.#current && this.#current.renewAt <= Date.now()) {
      await this.refresh(this.#current.accessToken);
    }
    return this.#current?.accessToken;
  }

  /** Exchanges the given token for a new one, once for all who ask at the same time. False: signed out. */
  async refresh(accessToken: string): Promise<boolean> {
    if (this.#current && this.#current.accessToken !== accessToken) {
      return true;
    }
    this.#refreshing ??= this.#exchangeTokens().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #exchangeTokens(): Promise<boolean> {
    const before = this.#current;
    if (!before) {
      return false;
    }
    const { refreshToken } = before;
    const answer = await graphqlRequest<RefreshData>(REFRESH, { input: { refreshToken } });
    const refreshed = answer.data?.refresh;
    if (refreshed?.accessToken) {
      this.#keep({ ...before, ...tokensOf(refreshed as Tokens, answer) });
      return true;
    }
    if (refreshed || hasUnauthenticatedError(answer.errors)) {
      this.#keep(null, 'Your session has ended. Please sign in again.');
      return false;
    }
    throw new Error(answer.errors?.map(({ message }) => message).join(' '));
  }

  #keep(session: StoredSession | null, notice: string | null = null): void {
    this.#current = session;
    storedSession.store(session);
    clearTimeout(this.#timer);
    if (session) {
      const leaveToNextRequest = () => undefined;
      const renew = () => this.refresh(session.accessToken).catch(leaveToNextRequest);
      this.#timer = setTimeout(renew, timerUntil(session.renewAt));
    }
    const { id, viewer } = session ?? SIGNED_OUT;
    if (id !== this.#state.id || notice !== this.#state.notice) {
      this.#state = { id, viewer, notice };
      this.#listeners.forEach((listener) => listener());
    }
  }
}

/** The server says when the token expires by its own clock, which may not agree with this machine's. */
function tokensOf(tokens: Tokens, answer: TimedAnswer<unknown>) {
  const { accessToken, refreshToken } = tokens;
  const lifetime = Date.parse(tokens.expiresAt) - answer.answeredAt;
  const renewAhead = Math.min(RENEW_AHEAD_MILLISECONDS, lifetime / 4);
  return { accessToken, refreshToken, renewAt: Date.now() + lifetime - renewAhead };
}

function timerUntil(time: number): number {
  const delay = Math.max(time - Date.now(), SHORTEST_TIMER_MILLISECONDS);
  return Math.min(delay, LONGEST_TIMER_MILLISECONDS);
}

export type { Session };

export const session = new Session();

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.state);
