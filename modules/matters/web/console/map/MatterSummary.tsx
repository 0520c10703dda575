import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'wouter';
import { Answered } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatTime, useLocale, useText, useWords } from '#packages/web-kit';
import { gridName } from '#packages/web-kit/map';
import { nameOfCategory } from '../category-names.ts';
import { DueClock } from '../DueClock.tsx';
import { useMatter } from '../matter/use-matter.ts';
import { StageTag } from '../StageTag.tsx';
import styles from './map.module.css';

const WORDS = {
  close: text('关闭', 'Close'),
  open: text('打开事项', 'Open the matter'),
  matter: text('事项', 'The matter'),
};

interface Props {
  readonly code: string;
  readonly onClose: () => void;
}

/** The matter of a point, beside the map. */
export function MatterSummary({ code, onClose }: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  const matter = useMatter(code);
  return (
    <section className={styles.summary} aria-label={words.matter}>
      <Button
        type="text"
        className={styles.close}
        icon={<CloseOutlined aria-hidden />}
        aria-label={words.close}
        onClick={onClose}
      />
      <Answered query={matter}>
        {({ category, stage, clock, text: body, grid, address, reportedAt }) => (
          <>
            <h2>{say(nameOfCategory(category))}</h2>
            <p className={styles.state}>
              <StageTag stage={stage} />
              {clock && <DueClock clock={clock} />}
            </p>
            <p className={styles.text}>{body}</p>
            <p className={styles.soft}>
              {gridName(grid)}
              {address && ` · ${address}`}
              <br />
              {formatTime(reportedAt, locale)}
            </p>
            <Link href={`/matters/${code}`} className={styles.open}>
              {words.open}
            </Link>
          </>
        )}
      </Answered>
    </section>
  );
}
