import { useRef } from 'react';
import { SignInDialog } from './SignInDialog';
import { session, type SessionState } from './session';

/** Who is signed in, and the way in or out. */
export function SessionControls({ viewer, notice }: Pick<SessionState, 'viewer' | 'notice'>) {
  const dialog = useRef<HTMLDialogElement>(null);

  if (viewer) {
    return (
      <div className="session-controls">
        <span data-testid="viewer-name" title={viewer.email}>
          {viewer.name}
        </span>
        <button type="button" data-testid="sign-out" onClick={() => void session.signOut()}>
          Sign out
        </button>
      </div>
    );
  }
  return (
    <div className="session-controls">
      <span role="status" data-testid="session-notice">
        {notice}
      </span>
      <button type="button" data-testid="sign-in" onClick={() => dialog.current?.showModal()}>
        Sign in
      </button>
      <SignInDialog dialog={dialog} />
    </div>
  );
}
