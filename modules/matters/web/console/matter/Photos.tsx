import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import styles from './matter.module.css';

const WORDS = {
  photo: (n: number, all: number) => text(`照片 ${n} / ${all}`, `Photo ${n} of ${all}`),
  before: text('上一张', 'Previous photo'),
  next: text('下一张', 'Next photo'),
};

/** Small photos, each to be seen large, one after the other. */
export function Photos({ photos }: { readonly photos: readonly string[] }) {
  const words = useWords(WORDS);
  const [shown, setShown] = useState<number | null>(null);
  const title = words.photo((shown ?? 0) + 1, photos.length);
  const turn = (by: number) => setShown(((shown ?? 0) + by + photos.length) % photos.length);
  return (
    <div className={styles.photos}>
      {photos.map((id, i) => (
        <button key={id} type="button" onClick={() => setShown(i)}>
          <img src={`/api/photos/${id}?size=small`} alt={words.photo(i + 1, photos.length)} />
        </button>
      ))}
      <Modal
        title={title}
        open={shown !== null}
        onCancel={() => setShown(null)}
        footer={null}
        centered
        width="min(1100px, 96vw)"
      >
        <div className={styles.large}>
          {shown !== null && <img src={`/api/photos/${photos[shown]}`} alt={title} />}
          {photos.length > 1 && (
            <div className={styles.turns}>
              <Button icon={<LeftOutlined aria-hidden />} aria-label={words.before} onClick={() => turn(-1)} />
              <Button icon={<RightOutlined aria-hidden />} aria-label={words.next} onClick={() => turn(1)} />
            </div>
          )}
        </div>
      </Modal>
    </div>
  );
}
