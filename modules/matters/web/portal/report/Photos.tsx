import { type ChangeEvent, useRef, useState } from 'react';
import { type Text, text } from '#packages/kernel';
import { useLocale, useText, useWords } from '#packages/web-kit';
import { Icon, Notice, ProblemNotice } from '#packages/web-kit/ui';
import { type DraftPhoto, PHOTO_LIMIT } from './draft.ts';
import { prepare, uploadPhoto } from './photo.ts';
import { admit } from './photo-rules.ts';
import styles from './report.module.css';

const WORDS = {
  title: text('照片', 'Photos'),
  optional: text('（选填，最多 6 张）', '(optional, at most 6)'),
  hint: text(
    '照片不会公开，只有办理人员能看到；其中的位置和设备信息会被清除。',
    'Photos are not public: only those who handle it see them. Place and device data in them are removed.',
  ),
  add: text('添加照片', 'Add photos'),
  remove: (n: number) => text(`移除第 ${n} 张照片`, `Remove photo ${n}`),
  photo: (n: number) => text(`第 ${n} 张照片`, `Photo ${n}`),
  uploading: (percent: number) => text(`正在上传 ${percent}%`, `Uploading ${percent}%`),
};

interface Props {
  readonly photos: readonly DraftPhoto[];
  readonly onChange: (photos: readonly DraftPhoto[]) => void;
}

/** Uploads one after the other: a weak network is not made weaker. */
function useUploads({ photos, onChange }: Props) {
  const locale = useLocale();
  const [progress, setProgress] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Text[]>([]);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(photos);
  latest.current = photos;

  const add = async (files: readonly File[]) => {
    const admitted = admit(files, latest.current.length);
    setRefused(admitted.refused);
    setError(null);
    try {
      for (const file of admitted.taken) {
        setProgress(0);
        const { upload, preview } = await prepare(file);
        const { id } = await uploadPhoto(upload, locale, setProgress);
        latest.current = [...latest.current, { id, preview }];
        onChange(latest.current);
      }
    } catch (reason) {
      setError(reason);
    } finally {
      setProgress(null);
    }
  };
  return { add, progress, refused, error };
}

export function Photos(props: Props) {
  const words = useWords(WORDS);
  const say = useText();
  const { add, progress, refused, error } = useUploads(props);
  const { photos, onChange } = props;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    void add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const room = photos.length < PHOTO_LIMIT && progress === null;
  return (
    <fieldset>
      <legend className={styles.legend}>
        {words.title} <span className={styles.faint}>{words.optional}</span>
      </legend>
      <p className={styles.hint}>{words.hint}</p>
      <ul className={styles.photos}>
        {photos.map(({ id, preview }, i) => (
          <li key={id} className={styles.photo}>
            {preview ? <img src={preview} alt={words.photo(i + 1)} /> : <Icon name="camera" size={30} />}
            <button
              type="button"
              aria-label={words.remove(i + 1)}
              onClick={() => onChange(photos.filter((other) => other.id !== id))}
            >
              <Icon name="close" size={18} />
            </button>
          </li>
        ))}
        {progress !== null && (
          <li className={styles.photo}>
            <progress value={progress} aria-label={words.uploading(Math.round(progress * 100))} />
          </li>
        )}
        {room && (
          <li>
            <label className={styles.add}>
              <Icon name="camera" size={28} />
              {words.add}
              <input type="file" accept="image/*" multiple onChange={choose} />
            </label>
          </li>
        )}
      </ul>
      <div aria-live="polite">
        {refused.length > 0 && (
          <Notice tone="caution">
            {refused.map((sentence) => (
              <p key={sentence.zh}>{say(sentence)}</p>
            ))}
          </Notice>
        )}
        {error !== null && <ProblemNotice error={error} />}
      </div>
    </fieldset>
  );
}
