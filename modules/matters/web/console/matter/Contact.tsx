import { LockOutlined, PhoneOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { ProblemNotice, Sheet, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import type { MatterPage } from '../../../core/api.ts';
import { canSeeContact } from '../../../core/policy.ts';
import type { MatterState } from '../../../core/state.ts';
import { matters } from '../api.ts';
import styles from './matter.module.css';

const WORDS = {
  title: text('反映人', 'Reporter'),
  none: text('没有留下联系方式', 'No contact details were left'),
  sealed: text('联系方式已加密保存', 'Contact details are sealed'),
  notYours: text('您的角色不能查看联系方式', 'Your role may not see them'),
  show: text('查看联系方式', 'Show contact details'),
  recorded: text(
    '每次查看都会记录您的角色、单位、时间和用途，并展示给反映人本人。',
    'Each look is recorded with your role, unit, time and purpose, and shown to the reporter.',
  ),
  purpose: text('用途', 'Purpose'),
  other: text('其他用途', 'Another purpose'),
  otherWhat: text('请写明用途', 'Say what for'),
  confirm: text('记录并查看', 'Record and show'),
  cancel: text('取消', 'Cancel'),
  noName: text('未留姓名', 'No name'),
  noPhone: text('未留电话', 'No telephone'),
};

const PURPOSES = [
  text('联系反映人核实情况', 'To ask the reporter about the facts'),
  text('约定上门时间', 'To agree on a visit'),
  text('答复和回访', 'To answer and to follow up'),
];

/** How to reach the reporter, behind a stated purpose; what was shown is forgotten with the page. */
export function Contact({ matter }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const [asking, setAsking] = useState(false);
  const look = useMutation({
    mutationFn: (purpose: string) =>
      matters('POST /api/matters/:code/contact', { params: { code: matter.code }, body: { purpose } }),
    onSuccess: () => setAsking(false),
  });
  // The policy looks at the grid and the unit alone.
  const concerned = { grid: matter.grid.code, unit: matter.unit?.id ?? null } as MatterState;
  const may = canSeeContact({ actor, isReporter: false }, concerned);
  return (
    <section className={styles.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      {!matter.hasContact && <p className={styles.soft}>{words.none}</p>}
      {matter.hasContact && !look.data && (
        <div className={styles.sealed}>
          <span>
            <LockOutlined aria-hidden /> {may ? words.sealed : words.notYours}
          </span>
          {may && <Button onClick={() => setAsking(true)}>{words.show}</Button>}
        </div>
      )}
      {look.data && (
        <p className={styles.reached}>
          <b>{look.data.name ?? words.noName}</b>
          {look.data.phone ? (
            <a href={`tel:${look.data.phone}`}>
              <PhoneOutlined aria-hidden /> {look.data.phone}
            </a>
          ) : (
            <span>{words.noPhone}</span>
          )}
        </p>
      )}
      {asking && (
        <Purpose onClose={() => setAsking(false)} onLook={look.mutate} busy={look.isPending} error={look.error} />
      )}
    </section>
  );
}

interface PurposeProps {
  readonly onClose: () => void;
  readonly onLook: (purpose: string) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

const OTHER = PURPOSES.length;

function Purpose({ onClose, onLook, busy, error }: PurposeProps) {
  const words = useWords(WORDS);
  const [chosen, setChosen] = useState(0);
  const [other, setOther] = useState('');
  // Recorded in Chinese, the language in which the reporter reads it.
  const purpose = chosen === OTHER ? other.trim() : PURPOSES[chosen].zh;
  const spoken = useWords(Object.fromEntries(PURPOSES.map((sentence, i) => [i, sentence])));
  return (
    <Sheet
      open
      width={460}
      title={words.show}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={purpose === ''} loading={busy} onClick={() => onLook(purpose)}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <div className={styles.purpose}>
        {error !== null && <ProblemNotice error={error} />}
        <Alert type="info" showIcon title={words.recorded} />
        <Radio.Group
          aria-label={words.purpose}
          vertical
          value={chosen}
          onChange={(event) => setChosen(event.target.value as number)}
          options={[...PURPOSES.keys(), OTHER].map((i) => ({ value: i, label: i === OTHER ? words.other : spoken[i] }))}
        />
        {chosen === OTHER && (
          <Input
            aria-label={words.otherWhat}
            placeholder={words.otherWhat}
            maxLength={100}
            value={other}
            onChange={(event) => setOther(event.target.value)}
          />
        )}
      </div>
    </Sheet>
  );
}
