import { useEffect, useState } from 'react';
import { CategoryField } from '../actions/choice-fields.tsx';
import { KindOffers } from '../KindOffers.tsx';

const PAUSE = 600;

/** The value once it has been still for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Props {
  readonly text: string;
  readonly value: string | undefined;
  readonly onChange: (category: string) => void;
}

/** The kind: suggested from the words, decided by the person. */
export function KindField({ text: body, value, onChange }: Props) {
  const asked = useSettled(body.trim());
  return (
    <>
      <CategoryField value={value} onChange={onChange} />
      <KindOffers text={asked} value={value} onChange={onChange} />
    </>
  );
}
