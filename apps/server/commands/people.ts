import { parseArgs } from 'node:util';
import { ROLES, type Role } from '#modules/access/contract';
import type { Env } from '#packages/server-kit';
import { BadInput, type Command, type ExitCode, print, printJson } from './command.ts';
import { withComposition } from './composition.ts';

const USAGE =
  'people add USERNAME --name NAME [--role administrator] [--area CODE] [--organisation NAME] [--phone NUMBER]';

async function add(args: readonly string[], env: Env): Promise<ExitCode> {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { name: text, role: text, area: text, organisation: text, phone: text, json: { type: 'boolean' } },
  });
  const [username] = positionals;
  const { name, role = 'administrator', area = env.GONGZHI_DISTRICT, organisation, phone } = values;
  if (!username || !name) throw new BadInput(`who? gongzhi ${USAGE}`);
  if (!(role in ROLES)) throw new BadInput(`--role ${role}: roles are ${Object.keys(ROLES).join(', ')}`);
  return withComposition<ExitCode>(env, async ({ composition: { access } }) => {
    const body = organisation === undefined ? undefined : await organisationOf(access.queries, organisation);
    const grant = { role: role as Role, area, ...(body && { organisation: body }) };
    const made = await access.operator.addPerson({ name, username, grant, ...(phone && { phone }) });
    tell(values.json, { username: made.person.username, password: made.password });
    return 0;
  });
}

async function organisationOf(
  { organisations }: { organisations(): Promise<readonly { id: string; name: string }[]> },
  name: string,
): Promise<string> {
  const found = (await organisations()).filter((one) => one.name === name);
  if (found.length === 1) return found[0].id;
  throw new BadInput(
    found.length > 1
      ? `--organisation ${name}: there are ${found.length} of this name`
      : `--organisation ${name}: there is no such organisation`,
  );
}

async function reset(args: readonly string[], env: Env): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' } },
  });
  const [username] = positionals;
  if (!username) throw new BadInput('whose password? gongzhi people reset USERNAME');
  return withComposition<ExitCode>(env, async ({ composition: { access } }) => {
    tell(values.json, await access.operator.resetPassword(username));
    return 0;
  });
}

function tell(json: boolean | undefined, account: { username: string; password: string }): void {
  if (json) {
    printJson(account);
    return;
  }
  print(`用户名 user name:  ${account.username}`);
  print(`密码 password:     ${account.password}`);
  print('请当面交付，首次登录后修改。 Hand it over in person; to be changed at the first sign-in.');
}

export const addPersonCommand: Command = {
  usage: USAGE,
  summary: 'make an account with a first role, by default an administrator of the district; prints its first password',
  run: add,
};

export const resetPasswordCommand: Command = {
  usage: 'people reset USERNAME',
  summary: 'give somebody a new password; their sessions end, their second factor is to be set up anew',
  run: reset,
};
