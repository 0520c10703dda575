import { Button, Progress } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Job } from './use-job.ts';
import styles from './workbench.module.css';

const WORDS = { stop: text('停止', 'Stop') };

/** Work that is under way: how far it is where it can tell, and a way to stop it. */
export function JobBar({ job: { label, fraction, stop } }: { readonly job: Job }) {
  const words = useWords(WORDS);
  return (
    <div className={styles.job} role="status">
      <span>{label}</span>
      <Progress
        percent={fraction === null ? 100 : Math.round(fraction * 100)}
        status={fraction === null ? 'active' : 'normal'}
        showInfo={fraction !== null}
        size="small"
        aria-label={label}
      />
      <Button size="small" onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}
