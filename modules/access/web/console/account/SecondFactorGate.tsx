import { Card } from 'antd';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import styles from './account.module.css';
import { SecondFactor } from './SecondFactor.tsx';

const WORDS = {
  title: text('请先启用第二因素', 'Set up the second factor first'),
  why: text(
    '系统管理员的角色在启用第二因素后才生效（GB/T 22239-2019，8.1.4.1）。',
    'The role of an administrator takes effect with a second factor (GB/T 22239-2019, 8.1.4.1).',
  ),
};

/** What an administrator without a second factor sees: nothing but the way to set one up. */
export function SecondFactorGate() {
  const words = useWords(WORDS);
  return (
    <Card title={words.title} style={{ maxWidth: 520, margin: '8vh auto' }}>
      <p className={styles.soft}>{words.why}</p>
      <SecondFactor />
    </Card>
  );
}
