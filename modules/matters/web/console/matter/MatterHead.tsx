import { CopyOutlined, QrcodeOutlined, TeamOutlined } from '@ant-design/icons';
import { App, Button, Popover } from 'antd';
import { Link } from 'wouter';
import { type Text, text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import type { Source } from '../../../core/state.ts';
import { groupOfCategory, nameOfCategory } from '../category-names.ts';
import { DueClock } from '../DueClock.tsx';
import shared from '../matters.module.css';
import { StageTag } from '../StageTag.tsx';
import styles from './matter.module.css';

const WORDS = {
  reported: (time: string) => text(`${time} 反映`, `reported ${time}`),
  ended: (time: string) => text(`${time} 结束`, `ended ${time}`),
  supporters: (n: number) => text(`${n} 人反映同一件事`, `${n} people report the same`),
  copy: text('复制追踪码', 'Copy the tracking code'),
  copied: text('追踪码已复制', 'The tracking code is copied'),
  qr: text('出示二维码', 'Show the QR code'),
  qrHint: text('请反映人扫码查看进展', 'The reporter scans it to follow progress'),
  into: text('已并入', 'Merged into'),
  solved: text('已解决', 'solved'),
  unsolved: text('未解决', 'not solved'),
  satisfied: text('满意', 'satisfied'),
  unsatisfied: text('不满意', 'not satisfied'),
  answer: text('反映人评价', 'The reporter answered'),
};

export const SOURCES: Record<Source, Text> = {
  resident: text('居民反映', 'By a resident'),
  grid_worker: text('网格员上报', 'By a grid worker'),
  call: text('代群众登记', 'For a caller'),
  import: text('清单导入', 'Imported'),
};

/** What it is, how it stands, until when; its code to give to people. */
export function MatterHead({ matter }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const { code, category, stage, clock, source, reportedAt, endedAt, supporters, into, answer } = matter;
  return (
    <header className={styles.head}>
      <p className={styles.group}>{say(groupOfCategory(category))}</p>
      <div className={styles.title}>
        <h2>{say(nameOfCategory(category))}</h2>
        <StageTag stage={stage} />
        {clock && <DueClock clock={clock} full />}
      </div>
      <div className={styles.facts}>
        <CodeOf code={code} />
        <span>{say(SOURCES[source])}</span>
        <span>{words.reported(formatTime(reportedAt, locale))}</span>
        {endedAt && <span>{words.ended(formatTime(endedAt, locale))}</span>}
        {supporters > 1 && (
          <span>
            <TeamOutlined aria-hidden /> {words.supporters(supporters)}
          </span>
        )}
        {into && (
          <span>
            {words.into}{' '}
            <Link href={`/matters/${into}`} className={shared.code}>
              {into}
            </Link>
          </span>
        )}
      </div>
      {answer && (
        <p className={styles.answer} data-good={answer.solved && answer.satisfied}>
          {words.answer}：<b>{answer.solved ? words.solved : words.unsolved}</b> ·{' '}
          <b>{answer.satisfied ? words.satisfied : words.unsatisfied}</b>
        </p>
      )}
    </header>
  );
}

function CodeOf({ code }: { readonly code: string }) {
  const words = useWords(WORDS);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(code);
    message.success(words.copied);
  };
  const qr = (
    <figure className={styles.qr}>
      <img src={`/api/track/${code}/qr.svg`} alt={code} width={180} height={180} />
      <figcaption>{words.qrHint}</figcaption>
    </figure>
  );
  return (
    <span className={styles.codeOf}>
      <span className={shared.code}>{code}</span>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined aria-hidden />}
        aria-label={words.copy}
        onClick={() => void copy()}
      />
      <Popover content={qr} trigger="click">
        <Button type="text" size="small" icon={<QrcodeOutlined aria-hidden />} aria-label={words.qr} />
      </Popover>
    </span>
  );
}
