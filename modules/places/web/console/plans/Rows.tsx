import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';

const WORDS = { all: (n: number) => text(`全部显示（${n}）`, `Show all ${n}`) };

/** So many are shown at first. */
const FIRST = 8;

interface Props {
  readonly rows: readonly ReactNode[];
  readonly children: (shown: readonly ReactNode[]) => ReactNode;
}

/** The first rows of a long list, and the rest for whoever asks. */
export function Rows({ rows, children }: Props) {
  const words = useWords(WORDS);
  const [all, setAll] = useState(false);
  return (
    <>
      {children(all ? rows : rows.slice(0, FIRST))}
      {!all && rows.length > FIRST && (
        <div>
          <Button type="link" onClick={() => setAll(true)}>
            {words.all(rows.length)}
          </Button>
        </div>
      )}
    </>
  );
}
