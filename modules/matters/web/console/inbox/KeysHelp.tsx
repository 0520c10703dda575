import { Modal } from 'antd';
import { type Text, text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import styles from './inbox.module.css';

const WORDS = { title: text('键盘', 'Keys') };

const KEYS: readonly (readonly [keys: readonly string[], Text])[] = [
  [['j', '↓'], text('下一件', 'Next matter')],
  [['k', '↑'], text('上一件', 'Previous matter')],
  [['Enter'], text('打开，焦点移到事项', 'Open: go to the matter')],
  [['a'], text('办理下一步', 'Take the next step')],
  [['/'], text('查找事项', 'Find a matter')],
  [['?'], text('显示键盘说明', 'Show these keys')],
];

export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const words = useWords(WORDS);
  const say = useText();
  return (
    <Modal title={words.title} open={open} onCancel={onClose} footer={null} width={360}>
      <dl className={styles.keys}>
        {KEYS.map(([keys, meaning]) => (
          <div key={meaning.en}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{say(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
