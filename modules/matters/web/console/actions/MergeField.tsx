import { useQuery } from '@tanstack/react-query';
import { Form, Input, Radio } from 'antd';
import { Answered } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { formatDistance, useLocale, useText, useWords } from '#packages/web-kit';
import type { MatterPage } from '../../../core/api.ts';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import { matters } from '../api.ts';
import { nameOfCategory } from '../category-names.ts';
import shared from '../matters.module.css';
import { StageTag } from '../StageTag.tsx';
import styles from './actions.module.css';

const WORDS = {
  near: text('附近相似的事项', 'Similar matters nearby'),
  none: text('附近没有相似的事项，请输入追踪码。', 'No similar matter nearby: type the code.'),
  code: text('或输入追踪码', 'Or type a tracking code'),
  wrong: text('追踪码有误，请核对。', 'The code is mistyped: check it.'),
  metres: (n: number) => text(`约 ${n} 米`, `about ${n} m`),
};

interface Props {
  readonly matter: MatterPage;
  readonly value: string;
  readonly onChange: (code: string) => void;
}

/** The matter to merge into: one of those nearby, or one whose code is known. */
export function MergeField({ matter, value, onChange }: Props) {
  const words = useWords(WORDS);
  const { code, place, category, text: body } = matter;
  const similar = useQuery({
    queryKey: ['similar', code],
    queryFn: () => matters('GET /api/similar', { query: { ...place, category, text: body.slice(0, 500) } }),
  });
  const wrong = value.trim() !== '' && readTrackingCode(value) === undefined;
  return (
    <>
      <Form.Item label={words.near}>
        <Answered query={similar}>
          {(found) => <Similar found={found.filter((one) => one.code !== code)} value={value} onChange={onChange} />}
        </Answered>
      </Form.Item>
      <Form.Item
        label={words.code}
        htmlFor="into"
        validateStatus={wrong ? 'error' : undefined}
        help={wrong ? words.wrong : undefined}
      >
        <Input
          id="into"
          className={shared.code}
          placeholder="320508-XXXX-XXXX-XXXX"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </Form.Item>
    </>
  );
}

type Found = Awaited<ReturnType<typeof matters<'GET /api/similar'>>>;

interface SimilarProps extends Omit<Props, 'matter'> {
  readonly found: Found;
}

function Similar({ found, value, onChange }: SimilarProps) {
  const words = useWords(WORDS);
  const say = useText();
  const locale = useLocale();
  if (found.length === 0) return <p className={styles.hint}>{words.none}</p>;
  return (
    <Radio.Group
      aria-label={words.near}
      vertical
      value={value}
      onChange={(event) => onChange(event.target.value as string)}
      options={found.map(({ code, category, stage, metres, reportedAt, text: released }) => ({
        value: code,
        label: (
          <span className={styles.unit}>
            <span>
              <b>{say(nameOfCategory(category))}</b> <StageTag stage={stage} />
            </span>
            <small>
              {words.metres(metres)} · {formatDistance(reportedAt, locale)} · {code}
            </small>
            {released && <small>{released}</small>}
          </span>
        ),
      }))}
    />
  );
}
