import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ProblemNotice } from './ProblemNotice.tsx';

interface Props<T> {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
}

/** A question to the server and its three states; what is known stays on the screen while it is asked again. */
export function Answered<T>({ query, children, rows = 4 }: Props<T>) {
  const { data, error, isPending, refetch } = query;
  if (isPending) return <Skeleton active paragraph={{ rows }} title={false} />;
  return (
    <>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && children(data)}
    </>
  );
}
