import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v4 } from 'uuid';
import { useLocale } from '#packages/web-kit';
import type { TrackPage } from '../../../core/api.ts';
import { matters } from '../api.ts';
import { proofOf } from '../kept-keys.ts';

const pageKey = (code: string, locale: string) => ['track', code, locale];

/** The tracking page; whoever reported on this device proves it by the header. */
export function useTrack(code: string) {
  const locale = useLocale();
  return useQuery({
    queryKey: pageKey(code, locale),
    queryFn: () => matters('GET /api/track/:code', { params: { code }, headers: proofOf(code) }),
    retry: false,
  });
}

type Sent =
  | { readonly action: 'answer'; readonly body: { solved: boolean; satisfied: boolean; words?: string } }
  | { readonly action: 'reopen'; readonly body: { reason: string } }
  | { readonly action: 'withdraw'; readonly body: Record<never, never> };

/** One write of the reporter. The transaction id stays the same until it succeeded: sent again, it is recorded once. */
export function useReporterAction({ code, version }: Pick<TrackPage, 'code' | 'version'>) {
  const [transaction, setTransaction] = useState(() => v4());
  const locale = useLocale();
  const queries = useQueryClient();
  const call = ({ action, body }: Sent): Promise<TrackPage> => {
    const common = { params: { code }, headers: proofOf(code) };
    const base = { transaction, version };
    if (action === 'answer') return matters('POST /api/track/:code/answer', { ...common, body: { ...base, ...body } });
    if (action === 'reopen') return matters('POST /api/track/:code/reopen', { ...common, body: { ...base, ...body } });
    return matters('POST /api/track/:code/withdraw', { ...common, body: base });
  };
  return useMutation({
    mutationFn: call,
    onSuccess: (page) => {
      setTransaction(v4());
      queries.setQueryData(pageKey(code, locale), page);
    },
  });
}
