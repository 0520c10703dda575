import { CloseOutlined, PhoneOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { ProblemNotice, Sheet, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Person, ROLES } from '../../../contract.ts';
import type { Grant, PersonRow } from '../../../core/api.ts';
import { canAdministerPeople, canResetPassword, canWithdraw } from '../../../core/policy.ts';
import { api } from '../api.ts';
import { GrantForm, useGrantDraft } from './GrantForm.tsx';
import { NewPassword } from './NewPassword.tsx';
import styles from './people.module.css';

const WORDS = {
  inactive: text('已停用', 'Inactive'),
  none: text('没有角色', 'No roles'),
  give: text('授予角色', 'Give a role'),
  giveTo: (name: string) => text(`给 ${name} 授予角色`, `Give ${name} a role`),
  withdraw: text('收回这个角色？', 'Withdraw this role?'),
  withdrawWhat: (role: string, area: string) => text(`收回${area}的“${role}”`, `Withdraw “${role}” on ${area}`),
  yes: text('收回', 'Withdraw'),
  cancel: text('取消', 'Cancel'),
  given: text('角色已授予', 'The role is given'),
  withdrawn: text('角色已收回', 'The role is withdrawn'),
};

/** A member of staff with the roles they hold; roles are given and withdrawn here. */
export function PersonCard({ person }: { readonly person: PersonRow }) {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const [giving, setGiving] = useState(false);
  const mayGive = actor.person !== person.id && actor.grants.some(({ area }) => canAdministerPeople(actor, area));
  const grants = person.grants.map((grant) => ({ ...grant, organisation: grant.organisation?.id ?? null }));
  const mayReset = canResetPassword(actor, { id: person.id, grants });
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <b>{person.name}</b>
        <span>{person.username}</span>
        {person.phone && (
          <a href={`tel:${person.phone}`}>
            <PhoneOutlined aria-hidden /> {person.phone}
          </a>
        )}
        {!person.active && <span className={styles.inactive}>{words.inactive}</span>}
      </div>
      <ul className={styles.grants}>
        {person.grants.length === 0 && <li className={styles.soft}>{words.none}</li>}
        {person.grants.map((grant) => (
          <GrantTag key={grant.id} person={person} grant={grant} />
        ))}
      </ul>
      {(mayGive || mayReset) && (
        <div className={styles.give}>
          {mayReset && <NewPassword person={person} />}
          {mayGive && <Button onClick={() => setGiving(true)}>{words.give}</Button>}
        </div>
      )}
      {giving && <GiveRole person={person} onClose={() => setGiving(false)} />}
    </li>
  );
}

function GrantTag({ person, grant }: { readonly person: PersonRow; readonly grant: Grant }) {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const queries = useQueryClient();
  const { message, modal } = App.useApp();
  const { role, area, areaName, organisation } = grant;
  const withdraw = useMutation({
    mutationFn: () => api('DELETE /api/people/:id/grants/:grant', { params: { id: person.id, grant: grant.id } }),
    onSuccess: async () => {
      message.success(words.withdrawn);
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
    onError: (error) => void modal.error({ icon: null, content: <ProblemNotice error={error} /> }),
  });
  const mayWithdraw = actor.person !== person.id && canWithdraw({ by: actor, role, area });
  return (
    <li>
      <span>
        <b>{say(ROLES[role])}</b> {[areaName, organisation?.name].filter(Boolean).join(' · ')}
      </span>
      {mayWithdraw && (
        <Popconfirm
          title={words.withdraw}
          description={words.withdrawWhat(say(ROLES[role]), areaName)}
          okText={words.yes}
          cancelText={words.cancel}
          onConfirm={() => withdraw.mutate()}
        >
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            loading={withdraw.isPending}
            aria-label={words.withdrawWhat(say(ROLES[role]), areaName)}
          />
        </Popconfirm>
      )}
    </li>
  );
}

function GiveRole({ person, onClose }: { readonly person: PersonRow; readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const draft = useGrantDraft();
  const give = useMutation({
    mutationFn: () => api('POST /api/people/:id/grants', { params: { id: person.id }, body: draft.body! }),
    onSuccess: async () => {
      message.success(words.given);
      onClose();
      await queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <Sheet
      open
      title={words.giveTo(person.name)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={!draft.body} loading={give.isPending} onClick={() => give.mutate()}>
            {words.give}
          </Button>
        </>
      }
    >
      {give.error && <ProblemNotice error={give.error} />}
      <GrantForm draft={draft} />
    </Sheet>
  );
}
