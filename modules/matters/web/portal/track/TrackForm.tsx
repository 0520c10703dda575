import { type FormEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, TextField } from '#packages/web-kit/ui';
import { readTrackingCode } from '../../../core/tracking-code.ts';
import styles from './track.module.css';

const WORDS = {
  label: text('追踪码', 'Tracking code'),
  hint: text(
    '反映时得到的 18 位编码，大小写、空格、横线都可以。',
    'The 18 signs that you got when you reported; case, spaces and hyphens do not matter.',
  ),
  go: text('查询', 'Track'),
  wrong: text(
    '这不是有效的追踪码：有的字符可能看错或漏了。字母 O、I、L 不会出现，请核对后再试。',
    'This is no valid tracking code: a sign may be misread or missing. The letters O, I and L never occur. Check it and try again.',
  ),
};

/** The code is checked where it is typed: its last sign tells a slip of the finger from a code that does not exist. */
export function TrackForm({ start = '', hint = true }: { readonly start?: string; readonly hint?: boolean }) {
  const words = useWords(WORDS);
  const [, go] = useLocation();
  const [typed, setTyped] = useState(start);
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = readTrackingCode(typed);
    if (code) go(`/track/${code}`);
    setWrong(code === undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        code
        label={words.label}
        hint={hint ? words.hint : undefined}
        placeholder="320508-XXXX-XXXX-XXXX"
        autoComplete="off"
        maxLength={40}
        value={typed}
        error={wrong ? words.wrong : null}
        onChange={(value) => {
          setTyped(value);
          setWrong(false);
        }}
      />
      <Button type="submit" look="primary" icon="search">
        {words.go}
      </Button>
    </form>
  );
}
