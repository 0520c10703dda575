import { useLocation } from 'wouter';
import { Screen } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MatterView } from './MatterView.tsx';

const WORDS = { title: text('事项', 'Matter') };

/** A matter on a page of its own. */
export default function MatterScreen({ params: { code } }: { readonly params: { readonly code?: string } }) {
  const words = useWords(WORDS);
  const [, navigate] = useLocation();
  const back = () => (history.length > 1 ? history.back() : navigate('/matters'));
  return (
    <Screen title={words.title} layout="fixed" onBack={back}>
      {code && <MatterView key={code} code={code} />}
    </Screen>
  );
}
