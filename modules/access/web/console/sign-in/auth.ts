import type { TUnsafe } from '@sinclair/typebox';
import { createClient, currentLocale } from '#packages/web-kit';

interface Post<B, R> {
  readonly summary: string;
  readonly access: 'public';
  readonly body: TUnsafe<B>;
  readonly response: TUnsafe<R>;
}

/** Sign-in itself, as the server passes it on. */
type AuthApi = {
  readonly 'POST /api/auth/sign-in/username': Post<
    { username: string; password: string },
    { twoFactorRedirect?: boolean }
  >;
  readonly 'POST /api/auth/sign-in/social': Post<{ provider: 'unified'; callbackURL: string }, { url?: string }>;
  readonly 'POST /api/auth/sign-out': Post<object, unknown>;
  readonly 'POST /api/auth/two-factor/enable': Post<{ password: string }, { totpURI: string; backupCodes: string[] }>;
  readonly 'POST /api/auth/two-factor/verify-totp': Post<{ code: string }, unknown>;
  readonly 'POST /api/auth/two-factor/verify-backup-code': Post<{ code: string }, unknown>;
  readonly 'POST /api/auth/change-password': Post<
    { currentPassword: string; newPassword: string; revokeOtherSessions: boolean },
    unknown
  >;
};

export const auth = createClient<AuthApi>(currentLocale);
