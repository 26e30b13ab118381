import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Platform } from '../../platform/platform.ts';

export const SESSION_COOKIE = 'leitai_session';
const SESSION_SEC = 12 * 3600;

/**
 * Accounts of staff: user name and password, sessions in HttpOnly cookies. Only called from this module's handlers;
 * none of its own routes are exposed. `Secure` is left off because a hall has no certificate; `SameSite=Lax` and the
 * house's header guard against cross-site requests.
 */
export function makeAuth(platform: Platform) {
  return betterAuth({
    database: platform.pool,
    secret: platform.secrets.session,
    baseURL: 'http://localhost',
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'auth_user',
      additionalFields: {
        mustChangePassword: { type: 'boolean', defaultValue: false, input: false },
        disabled: { type: 'boolean', defaultValue: false, input: false },
      },
    },
    session: { modelName: 'auth_session', expiresIn: SESSION_SEC, updateAge: 3600 },
    account: { modelName: 'auth_credential' },
    verification: { modelName: 'auth_verification' },
    plugins: [
      username({ maxUsernameLength: 64, usernameValidator: (name) => /^[a-zA-Z0-9][\w-]*$/.test(name) }),
    ],
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name: SESSION_COOKIE } },
      database: { generateId: () => randomUUID() },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
  });
}

export type Auth = ReturnType<typeof makeAuth>;

/** Node's headers as the web standard's, which better-auth reads. */
export function webHeaders(headers: Record<string, string | string[] | undefined>): Headers {
  const result = new Headers();
  for (const name of ['cookie', 'user-agent']) {
    const value = headers[name];
    if (typeof value === 'string') result.set(name, value);
  }
  return result;
}
