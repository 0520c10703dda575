import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { placeName } from '#packages/web-kit/map';
import { Button, Notice, ProblemNotice } from '#packages/web-kit/ui';
import { NoPosition, useMyLocation } from './use-my-location.ts';

const WORDS = {
  mine: text('用我的位置', 'Use my location'),
  denied: text(
    '没能取得您的位置，请从地图或列表中选择。',
    'Your location could not be had: choose on the map or in the lists.',
  ),
  outside: (grid: string) =>
    text(`您现在不在本区，最近的网格是${grid}。`, `You are not in the district now; the nearest grid is ${grid}.`),
};

/** Finds the grid by the device's position and hands it on. */
export function LocateButton({ onFound }: { readonly onFound: (code: string) => void }) {
  const words = useWords(WORDS);
  const locate = useMyLocation();
  const find = () => locate.mutate(undefined, { onSuccess: ({ inside, grid }) => inside && onFound(grid.code) });
  const { data, error } = locate;
  return (
    <>
      <Button icon="locate" busy={locate.isPending} onClick={find}>
        {words.mine}
      </Button>
      {error instanceof NoPosition && <Notice tone="caution">{words.denied}</Notice>}
      {error && !(error instanceof NoPosition) && <ProblemNotice error={error} />}
      {data?.inside === false && <Notice tone="caution">{words.outside(placeName(data.grid))}</Notice>}
    </>
  );
}
