import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { v4 as newTransaction } from 'uuid';
import { ProblemNotice, Screen, useActor } from '#packages/console-kit';
import { type Text, text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Person } from '../../../../access/contract.ts';
import { matters } from '../api.ts';
import { Done } from './Done.tsx';
import { bodyOf, type Draft, emptyDraft, type Missing, missingOf, TEXT_LIMIT } from './draft.ts';
import { KindField } from './KindField.tsx';
import { PhotosField } from './PhotosField.tsx';
import { PlaceField } from './PlaceField.tsx';
import styles from './report.module.css';
import { Similar } from './Similar.tsx';

const MISSING = {
  place: text('地点', 'the place'),
  text: text('反映内容', 'the words'),
  category: text('类别', 'the kind'),
  phone: text('正确的电话', 'a right telephone number'),
} as const satisfies Record<Missing, Text>;

const WORDS = {
  title: text('登记事项', 'Report'),
  from: text('来源', 'From'),
  round: text('巡查发现', 'My round'),
  call: text('代群众登记', 'For somebody'),
  text: text('反映内容', 'What is the matter'),
  textHint: text('什么事、在哪里、影响了谁。', 'What, where, whom it affects.'),
  address: text('地址', 'Address'),
  addressHint: text('门牌、楼栋或附近的标志。', 'Door, building, or what is nearby.'),
  name: text('反映人称呼', 'Name of the person'),
  phone: text('联系电话', 'Telephone'),
  sealed: text(
    '联系方式加密保存；每次查看都会记录并告知反映人。',
    'Contact details are sealed; each look is recorded and shown to the person.',
  ),
  send: text('提交', 'Send'),
  missing: (what: readonly Missing[]) =>
    text(
      `还差：${what.map((one) => MISSING[one].zh).join('、')}`,
      `Still missing: ${what.map((one) => MISSING[one].en).join(', ')}`,
    ),
};

/** Grid workers mostly report what they see; offices write down what somebody tells them. */
const isOnRounds = (actor: Person) => actor.grants.some(({ role }) => role === 'grid_worker' || role === 'grid_head');

export default function Report() {
  const words = useWords(WORDS);
  const actor = useActor() as Person;
  const onRounds = isOnRounds(actor);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(!onRounds));
  const [transaction, setTransaction] = useState(() => newTransaction());
  const queries = useQueryClient();
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const send = useMutation({
    mutationFn: () => matters('POST /api/matters', { body: bodyOf(draft, transaction) }),
    onSuccess: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ['inbox', 'matters'].includes(String(queryKey[0])) }),
  });
  const again = () => {
    setDraft(emptyDraft(draft.onBehalf));
    setTransaction(newTransaction());
    send.reset();
  };
  if (send.data) return <Done receipt={send.data} onAgain={again} />;
  const missing = missingOf(draft);
  return (
    <Screen title={words.title}>
      <div className={styles.columns}>
        <Form layout="vertical" component="div" className={styles.form}>
          {onRounds && (
            <Form.Item label={words.from}>
              <Segmented
                block
                aria-label={words.from}
                value={draft.onBehalf}
                onChange={(onBehalf) => set({ onBehalf })}
                options={[
                  { value: false, label: words.round },
                  { value: true, label: words.call },
                ]}
              />
            </Form.Item>
          )}
          <Form.Item label={words.text} htmlFor="report-text" required extra={words.textHint}>
            <Input.TextArea
              id="report-text"
              autoSize={{ minRows: 4, maxRows: 14 }}
              maxLength={TEXT_LIMIT}
              value={draft.text}
              onChange={(event) => set({ text: event.target.value })}
            />
          </Form.Item>
          <KindField text={draft.text} value={draft.category} onChange={(category) => set({ category })} />
          <PhotosField photos={draft.photos} onChange={(photos) => set({ photos })} />
          {draft.onBehalf && (
            <>
              <div className={styles.pair}>
                <Form.Item label={words.name} htmlFor="report-name">
                  <Input
                    id="report-name"
                    autoComplete="off"
                    maxLength={40}
                    value={draft.name}
                    onChange={(event) => set({ name: event.target.value })}
                  />
                </Form.Item>
                <Form.Item
                  label={words.phone}
                  htmlFor="report-phone"
                  validateStatus={missing.includes('phone') ? 'error' : undefined}
                >
                  <Input
                    id="report-phone"
                    autoComplete="off"
                    inputMode="tel"
                    maxLength={20}
                    value={draft.phone}
                    onChange={(event) => set({ phone: event.target.value })}
                  />
                </Form.Item>
              </div>
              <Alert type="info" showIcon title={words.sealed} />
            </>
          )}
        </Form>
        <Form layout="vertical" component="div" className={styles.form}>
          <PlaceField place={draft.place} onChange={(place) => set({ place })} />
          <Form.Item label={words.address} htmlFor="report-address" extra={words.addressHint}>
            <Input
              id="report-address"
              maxLength={120}
              value={draft.address}
              onChange={(event) => set({ address: event.target.value })}
            />
          </Form.Item>
          <Similar draft={draft} />
        </Form>
      </div>
      <div className={styles.send}>
        {send.error && <ProblemNotice error={send.error} />}
        <Button
          type="primary"
          size="large"
          disabled={missing.length > 0}
          loading={send.isPending}
          onClick={() => send.mutate()}
        >
          {words.send}
        </Button>
        {missing.length > 0 && <span className={styles.missing}>{words.missing(missing)}</span>}
      </div>
    </Screen>
  );
}
