import { EyeInvisibleOutlined, GlobalOutlined } from '@ant-design/icons';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import styles from './matter.module.css';
import { Photos } from './Photos.tsx';

const WORDS = {
  title: text('反映内容', 'What was reported'),
  released: text('已向公众公开', 'Public text'),
  notReleased: text(
    '内容未公开：公众只看到类别、网格和环节。',
    'Not public: others see the kind, the grid and the stage only.',
  ),
};

/** The words of the reporter, the photos, and what the public may read of them. */
export function MatterText({ matter: { text: body, photos, released } }: { readonly matter: MatterPage }) {
  const words = useWords(WORDS);
  return (
    <section className={styles.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p className={styles.text}>{body}</p>
      {photos.length > 0 && <Photos photos={photos} />}
      {released === null ? (
        <p className={styles.private}>
          <EyeInvisibleOutlined aria-hidden /> {words.notReleased}
        </p>
      ) : (
        <div className={styles.released}>
          <b>
            <GlobalOutlined aria-hidden /> {words.released}
          </b>
          <p>{released}</p>
        </div>
      )}
    </section>
  );
}
