import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { text } from '#packages/kernel';
import { ApiProblem, useWords } from '#packages/web-kit';
import { Button, Notice, Page, ProblemNotice } from '#packages/web-kit/ui';
import { matters } from '../api.ts';
import { keep } from '../kept-keys.ts';
import {
  after,
  before,
  bodyOf,
  type Draft,
  hasContent,
  type Missing,
  missingIn,
  reachable,
  STEPS,
  type Step,
} from './draft.ts';
import { KindStep } from './KindStep.tsx';
import { Receipt } from './Receipt.tsx';
import styles from './report.module.css';
import { SendStep } from './SendStep.tsx';
import { StepLine } from './StepLine.tsx';
import { type StepProps, useDraft } from './use-draft.ts';
import { useKindModel } from './use-kind-model.ts';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';

const WORDS = {
  title: text('我要反映', 'Report'),
  next: text('下一步', 'Next'),
  back: text('上一步', 'Back'),
  send: text('提交', 'Send'),
  discard: text('清空重写', 'Start anew'),
  again: text(
    '内容都还在。再点“提交”即可重试，不会重复登记。',
    'Everything is still here. Tap “Send” to try again: it will not be recorded twice.',
  ),
  place: text('请先在地图上选一个地点。', 'First choose a place on the map.'),
  district: text('请把图钉放在本区范围内。', 'Put the pin inside the district.'),
  text: text('请写几句话，说说是什么事。', 'Write a few words about what it is.'),
  category: text('请选择一个类别。', 'Choose a kind.'),
  phone: text('请核对电话号码，或者留空。', 'Check the telephone number, or leave it empty.'),
};

const isStep = (value: string | null): value is Step => STEPS.includes(value as Step);

/** `/report`: four steps, the pin first; `/report?code=...` is the receipt. */
export default function ReportScreen() {
  const search = new URLSearchParams(useSearch());
  const code = search.get('code');
  return code ? <Receipt code={code} /> : <Steps wanted={search.get('step')} />;
}

/** Nothing is wrong with the report: the network was away or the server had a fault. */
const mayBeSentAgain = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status >= 500);

function useSend(draft: Draft, discard: () => void) {
  const [, go] = useLocation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => matters('POST /api/matters', { body: bodyOf(draft) }),
    onSuccess: ({ code }) => {
      keep({ code, key: draft.key, category: draft.category ?? '', at: new Date().toISOString() });
      discard();
      void queries.invalidateQueries();
      go(`/report?code=${code}`, { replace: true });
    },
  });
}

function Steps({ wanted }: { readonly wanted: string | null }) {
  const words = useWords(WORDS);
  const [, go] = useLocation();
  const { draft, change, discard } = useDraft();
  useKindModel(); // comes while the first steps are filled in
  const step = reachable(draft, isStep(wanted) ? wanted : draft.step);
  const [tried, setTried] = useState<Step | null>(null);
  const send = useSend(draft, discard);
  const heading = useFocusOn(step);

  const enter = (next: Step) => {
    change({ step: next });
    setTried(null);
    go(`/report?step=${next}`);
  };
  const onward = () => {
    if (missingIn(draft, step).length > 0) setTried(step);
    else if (step === 'send') send.mutate();
    else enter(after(step));
  };
  const lacks = tried === step ? missingIn(draft, step) : [];
  return (
    <Page title={words.title} width={step === 'where' ? 'middle' : 'narrow'}>
      <StepLine step={step} headingRef={heading} onStep={enter} draft={draft} />
      <Body step={step} draft={draft} change={change} onStep={enter} tried={tried === step} />
      <Lacking lacks={lacks} />
      {send.error && (
        <ProblemNotice error={send.error}>{mayBeSentAgain(send.error) && <p>{words.again}</p>}</ProblemNotice>
      )}
      <div className={styles.bar}>
        {step !== 'where' && <Button onClick={() => enter(before(step))}>{words.back}</Button>}
        <div className={styles.onward}>
          <Button look={step === 'send' ? 'warm' : 'primary'} large busy={send.isPending} onClick={onward}>
            {step === 'send' ? words.send : words.next}
          </Button>
        </div>
        {hasContent(draft) && step === 'where' && (
          <Button
            look="quiet"
            onClick={() => {
              discard();
              go('/report');
            }}
          >
            {words.discard}
          </Button>
        )}
      </div>
    </Page>
  );
}

interface BodyProps extends StepProps {
  readonly step: Step;
  readonly tried: boolean;
  readonly onStep: (step: Step) => void;
}

function Body({ step, ...props }: BodyProps) {
  if (step === 'where') return <WhereStep {...props} />;
  if (step === 'what') return <WhatStep {...props} />;
  if (step === 'kind') return <KindStep {...props} />;
  return <SendStep {...props} />;
}

function Lacking({ lacks }: { readonly lacks: readonly Missing[] }) {
  const words = useWords(WORDS);
  if (lacks.length === 0) return null;
  return (
    <div className={styles.lacking}>
      <Notice tone="bad">
        {lacks.map((missing) => (
          <p key={missing}>{words[missing]}</p>
        ))}
      </Notice>
    </div>
  );
}

/** Moves the focus to the heading of a step that was just entered. */
function useFocusOn(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return heading;
}
