import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 } from 'uuid';
import { useLocation } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { Button, ProblemNotice } from '#packages/web-kit/ui';
import { matters } from './api.ts';
import { keep, keptReports } from './kept-keys.ts';

const WORDS = {
  join: text('我也遇到了', 'Me too'),
  joined: text('您已同诉', 'You have joined'),
};

interface Props {
  readonly code: string;
  readonly category: string;
}

/** Me too (同诉): joins the matter and shows it. Once a device, and never one's own. */
export function JoinButton({ code, category }: Props) {
  const words = useWords(WORDS);
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [transaction] = useState(() => v4());
  const join = useMutation({
    mutationFn: () => matters('POST /api/track/:code/join', { params: { code }, body: { transaction } }),
    onSuccess: async () => {
      keep({ code, category, at: new Date().toISOString() });
      await queries.invalidateQueries();
      go(`/track/${code}`);
    },
  });
  if (keptReports().some((kept) => kept.code === code)) return <Button disabled>{words.joined}</Button>;
  return (
    <>
      <Button icon="people" busy={join.isPending} onClick={() => join.mutate()}>
        {words.join}
      </Button>
      {join.error && <ProblemNotice error={join.error} />}
    </>
  );
}
