import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { placeName } from '#packages/web-kit/map';
import { Card, Checkbox, Icon, Stack, TextField } from '#packages/web-kit/ui';
import { useCategoryName } from '../api.ts';
import { missingIn, type Step } from './draft.ts';
import styles from './report.module.css';
import type { StepProps } from './use-draft.ts';

const WORDS = {
  contact: text('怎样联系您？', 'How can we reach you?'),
  optional: text('（选填）', '(optional)'),
  why: text(
    '只在需要核实情况时使用。只有办理这件事的人能查看，每次查看都会记录用途，并让您看到。不填也照样办理。',
    'Used only when something has to be cleared up. Only those who handle this matter can look, each look is recorded with its purpose and shown to you. Without it your report is handled all the same.',
  ),
  name: text('称呼', 'Name'),
  phone: text('电话', 'Telephone'),
  wrong: text('请填写正确的电话号码', 'Please give a telephone number'),
  release: text('同意公开我写的文字', 'Publish the words that I wrote'),
  releaseHint: text(
    '勾选后，其他居民能在公开列表里看到这段文字（照片、联系方式和具体位置始终不公开）。不勾选则只公开类别、网格和进度。',
    'If ticked, other residents can read these words in the public list (photos, contact and the exact place are never public). If not, only kind, grid and progress are public.',
  ),
  review: text('提交前请核对', 'Check before you send'),
  place: text('地点', 'Place'),
  what: text('内容', 'Words'),
  kind: text('类别', 'Kind'),
  photos: (n: number) => text(`照片 ${n} 张`, n === 1 ? '1 photo' : `${n} photos`),
  change: text('修改', 'Change'),
};

interface Props extends StepProps {
  readonly onStep: (step: Step) => void;
  readonly tried: boolean;
}

/** Fourth step: contact and release, both by choice, and a look at the whole. */
export function SendStep({ draft, change, onStep, tried }: Props) {
  const words = useWords(WORDS);
  const wrong = tried && missingIn(draft, 'send').includes('phone');
  return (
    <Stack gap={5}>
      <Review draft={draft} onStep={onStep} />
      <section aria-labelledby="contact">
        <h2 id="contact" className={styles.legend}>
          {words.contact} <span className={styles.faint}>{words.optional}</span>
        </h2>
        <p className={styles.promise}>
          <Icon name="eye" size={20} />
          {words.why}
        </p>
        <div className={styles.two}>
          <TextField
            label={words.name}
            value={draft.name}
            maxLength={40}
            autoComplete="name"
            onChange={(name) => change({ name })}
          />
          <TextField
            label={words.phone}
            type="tel"
            value={draft.phone}
            maxLength={20}
            autoComplete="tel"
            error={wrong ? words.wrong : null}
            onChange={(phone) => change({ phone })}
          />
        </div>
      </section>
      <Checkbox
        label={words.release}
        hint={words.releaseHint}
        checked={draft.release}
        onChange={(release) => change({ release })}
      />
    </Stack>
  );
}

function Review({ draft, onStep }: Pick<Props, 'draft' | 'onStep'>) {
  const words = useWords(WORDS);
  const nameOf = useCategoryName();
  const { grid, address, photos, category } = draft;
  const where = grid && placeName(grid);
  const rows: readonly [string, string, Step][] = [
    [words.place, [where, address].filter(Boolean).join('\n'), 'where'],
    [words.what, draft.text.trim(), 'what'],
    [words.kind, category ? nameOf(category) : '', 'kind'],
  ];
  return (
    <Card labelledBy="review">
      <h2 id="review" className={styles.legend}>
        {words.review}
      </h2>
      <dl className={styles.review}>
        {rows.map(([term, value, step]) => (
          <div key={step}>
            <dt>{term}</dt>
            <dd>
              <span className={styles.said}>
                {value}
                {step === 'what' && photos.length > 0 && <Thumbs draft={draft} label={words.photos(photos.length)} />}
              </span>
              <button
                type="button"
                className={styles.changeButton}
                onClick={() => onStep(step)}
                aria-label={`${words.change}：${term}`}
              >
                {words.change}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const Thumbs = ({ draft, label }: Pick<Props, 'draft'> & { readonly label: string }) => (
  <span className={styles.thumbs}>
    {draft.photos.map(({ id, preview }) => preview && <img key={id} src={preview} alt="" />)}
    {label}
  </span>
);
