import { CloseOutlined, PictureOutlined } from '@ant-design/icons';
import { Button, Form, Upload } from 'antd';
import { useState } from 'react';
import { ProblemNotice } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { matters } from '../api.ts';
import { PHOTO_LIMIT } from './draft.ts';
import styles from './report.module.css';

const WORDS = {
  photos: text('照片', 'Photos'),
  hint: text('最多 6 张；拍摄位置等信息会自动去除。', 'Up to 6; where and when they were taken is removed.'),
  add: text('加照片', 'Add a photo'),
  remove: (n: number) => text(`去掉第 ${n} 张`, `Remove photo ${n}`),
  photo: (n: number) => text(`第 ${n} 张照片`, `Photo ${n}`),
};

interface Props {
  readonly photos: readonly string[];
  readonly onChange: (photos: readonly string[]) => void;
}

/** Photos, uploaded as they are chosen; shown from the file, since nobody may see them before the report. */
export function PhotosField({ photos, onChange }: Props) {
  const words = useWords(WORDS);
  const [previews, setPreviews] = useState<ReadonlyMap<string, string>>(new Map());
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async (file: File) => {
    setBusy(true);
    setError(null);
    const form = new FormData();
    form.append('file', file);
    try {
      const { id } = await matters('POST /api/photos', { form });
      setPreviews((before) => new Map(before).set(id, URL.createObjectURL(file)));
      onChange([...photos, id]);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form.Item label={words.photos} extra={words.hint}>
      <div className={styles.photos}>
        {photos.map((id, i) => (
          <span key={id}>
            <img src={previews.get(id)} alt={words.photo(i + 1)} />
            <Button
              size="small"
              shape="circle"
              icon={<CloseOutlined aria-hidden />}
              aria-label={words.remove(i + 1)}
              onClick={() => onChange(photos.filter((other) => other !== id))}
            />
          </span>
        ))}
        {photos.length < PHOTO_LIMIT && (
          <Upload
            accept="image/*"
            showUploadList={false}
            beforeUpload={(file) => {
              void add(file);
              return Upload.LIST_IGNORE;
            }}
          >
            <Button icon={<PictureOutlined aria-hidden />} loading={busy}>
              {words.add}
            </Button>
          </Upload>
        )}
      </div>
      {error !== null && <ProblemNotice error={error} />}
    </Form.Item>
  );
}
