import { CheckOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { Blank, ProblemNotice, Screen, useKeys, usePhone } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MatterCard } from '../MatterCard.tsx';
import { MatterView } from '../matter/MatterView.tsx';
import { moveCursor } from './cursor.ts';
import styles from './inbox.module.css';
import { KeysHelp } from './KeysHelp.tsx';
import { useInbox } from './use-inbox.ts';

const WORDS = {
  title: text('待办', 'Inbox'),
  total: (n: number) => text(`${n} 件`, `${n}`),
  overdue: (n: number) => text(`超时 ${n} 件`, `${n} late`),
  none: text('没有待办事项', 'Nothing waits for you'),
  noneMore: text('新的事项到来时会出现在这里。', 'What comes in will appear here.'),
  search: text('查找事项（按 / 键）', 'Find a matter (key /)'),
  keys: text('键盘说明', 'Keys'),
  list: text('待办事项列表', 'What waits for me'),
  matter: text('事项', 'The matter'),
  more: text('再看一些', 'Show more'),
  choose: text('从左侧选择一件', 'Choose one at the left'),
};

/** What waits for me, most urgent first: list and matter side by side on a desk, the list alone on a phone. */
export default function Inbox({ params: { code } }: { readonly params: { readonly code?: string } }) {
  const words = useWords(WORDS);
  const phone = usePhone();
  const inbox = useInbox();
  const [, navigate] = useLocation();
  const [helping, setHelping] = useState(false);
  const search = useRef<InputRef>(null);
  const pane = useRef<HTMLElement>(null);
  const rows = inbox.data?.pages.flatMap((page) => page.rows) ?? [];
  const [first] = inbox.data?.pages ?? [];
  const codes = rows.map((row) => row.code);
  const move = useCursor(codes, code, (next) => navigate(`/inbox/${next}`, { replace: true }));
  const down = (event: KeyboardEvent) => {
    event.preventDefault();
    move(1);
  };
  const up = (event: KeyboardEvent) => {
    event.preventDefault();
    move(-1);
  };
  const open = () => pane.current?.focus();
  const find = (event: KeyboardEvent) => {
    event.preventDefault();
    search.current?.focus();
  };
  const help = () => setHelping(true);
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up, Enter: open, '/': find, '?': help });
  const href = (to: string) => (phone ? `/matters/${to}` : `/inbox/${to}`);
  useEffect(() => {
    if (!phone && code === undefined && codes[0] !== undefined) navigate(`/inbox/${codes[0]}`, { replace: true });
  }, [phone, code, codes[0], navigate]);
  return (
    <Screen
      title={words.title}
      layout="fixed"
      note={first && <Totals total={first.total} overdue={first.overdue} />}
      extra={
        !phone && (
          <>
            <Input.Search
              ref={search}
              className={styles.search}
              allowClear
              placeholder={words.search}
              aria-label={words.search}
              onSearch={(q) => q.trim() && navigate(`/matters?q=${encodeURIComponent(q.trim())}`)}
            />
            <Button
              icon={<QuestionCircleOutlined aria-hidden />}
              aria-label={words.keys}
              onClick={() => setHelping(true)}
            />
          </>
        )
      }
    >
      <div className={styles.split}>
        <section className={styles.list} aria-label={words.list}>
          {inbox.error && <ProblemNotice error={inbox.error} onRetry={() => void inbox.refetch()} />}
          {inbox.isPending && <Skeleton active className={styles.pending} />}
          {inbox.data && rows.length === 0 && (
            <Blank icon={<CheckOutlined aria-hidden />} title={words.none}>
              <p>{words.noneMore}</p>
            </Blank>
          )}
          {rows.map((row) => (
            <MatterCard
              key={row.code}
              matter={row}
              href={href(row.code)}
              selected={!phone && row.code === code}
              replace={!phone}
            />
          ))}
          {inbox.hasNextPage && (
            <Button block type="text" loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </section>
        {!phone && (
          <section ref={pane} className={styles.pane} tabIndex={-1} aria-label={words.matter}>
            {code ? <MatterView key={code} code={code} /> : <Blank title={words.choose} />}
          </section>
        )}
      </div>
      <KeysHelp open={helping} onClose={() => setHelping(false)} />
    </Screen>
  );
}

/** Remembers where the chosen matter stood, and brings the one that is moved to into view. */
function useCursor(codes: readonly string[], code: string | undefined, go: (code: string) => void) {
  const lastIndex = useRef(0);
  const index = code === undefined ? -1 : codes.indexOf(code);
  if (index >= 0) lastIndex.current = index;
  return (step: 1 | -1) => {
    const next = moveCursor(codes, code, step, lastIndex.current);
    if (next === undefined) return;
    go(next);
    const card = document.querySelector<HTMLElement>(`[data-code="${next}"]`);
    card?.scrollIntoView({ block: 'nearest' });
    card?.focus({ preventScroll: true });
  };
}

function Totals({ total, overdue }: { readonly total: number; readonly overdue: number }) {
  const words = useWords(WORDS);
  return (
    <>
      {words.total(total)}
      {overdue > 0 && <b className={styles.overdue}>{words.overdue(overdue)}</b>}
    </>
  );
}
