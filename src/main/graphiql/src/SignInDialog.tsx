import { type FormEvent, type RefObject, useState } from 'react';
import { session } from './session';

export function SignInDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const [refusal, setRefusal] = useState('');
  const [isSending, setSending] = useState(false);

  async function signIn(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setRefusal('');
    setSending(true);
    setRefusal(await refusalOf(String(form.get('email')), String(form.get('password'))));
    setSending(false);
  }

  return (
    <dialog
      ref={dialog}
      className="sign-in"
      aria-labelledby="sign-in-title"
      data-testid="sign-in-dialog"
      onClose={() => setRefusal('')}
    >
      <form onSubmit={(event) => void signIn(event)}>
        <h2 id="sign-in-title">Sign in to ProtoWorks</h2>
        <label>
          E-mail
          <input
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            data-testid="sign-in-email"
          />
        </label>
        <label>
          Password
          <input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            data-testid="sign-in-password"
          />
        </label>
        <p role="alert" data-testid="sign-in-refusal">
          {refusal}
        </p>
        <div className="sign-in-buttons">
          <button type="button" data-testid="sign-in-cancel" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" className="primary" disabled={isSending} data-testid="sign-in-submit">
            Sign in
          </button>
        </div>
      </form>
    </dialog>
  );
}

async function refusalOf(email: string, password: string): Promise<string> {
  try {
    return (await session.signIn(email, password)).join(' ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
