import { request } from 'undici';
import { DEMO_PASSWORD } from '../../modules/access/server/demo-accounts.ts';

/** Real sessions: each account signs in several times, clients take turns with them. */
export type Sessions = Readonly<Record<string, readonly string[]>>;

async function signIn(base: string, username: string): Promise<string> {
  const answer = await request(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: DEMO_PASSWORD }),
  });
  const said = await answer.body.text();
  if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.statusCode} ${said}`);
  const cookies = [answer.headers['set-cookie'] ?? []].flat();
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

export async function signInAll(base: string, usernames: readonly string[], each: number): Promise<Sessions> {
  const sessions: Record<string, string[]> = {};
  for (const username of usernames) {
    sessions[username] = [];
    for (let i = 0; i < each; i++) sessions[username].push(await signIn(base, username));
  }
  return sessions;
}
