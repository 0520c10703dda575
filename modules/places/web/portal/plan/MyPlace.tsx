import { useEffect, useRef } from 'react';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { LonLat } from '#packages/web-kit/map';
import { Button, Card, Loaded, Notice, Stack } from '#packages/web-kit/ui';
import type { PlanChanges, PlanPage } from '../../../core/api.ts';
import { comparedPlanIsInForce } from '../../../core/rules.ts';
import { CompareMap } from '../../comparison/CompareMap.tsx';
import { changedNames } from '../../comparison/grid-changes.ts';
import { type Meaning, meaningFor } from '../../comparison/my-place.ts';
import { gridAt, namesOf, type PlanLayer } from '../../comparison/plan-layer.ts';
import { useLayer, useLayerBefore } from '../../comparison/queries.ts';
import { useMyGrid } from '../my-grid.ts';
import { NoPosition, useMyPosition } from '../use-my-location.ts';
import styles from './plan.module.css';

const WORDS = {
  title: text('对我有什么影响', 'What it means for me'),
  tap: text(
    '在地图上点您住的地方，就能看到它现在和将来属于哪个网格。',
    'Tap on the map where you live to see its grid today and after the change.',
  ),
  here: text('用我的位置', 'Use my location'),
  denied: text('没能取得您的位置，请在地图上点。', 'Your location could not be had: tap on the map.'),
  mine: (name: string) => text(`您选的网格是“${name}”。`, `Your grid is "${name}".`),
  same: text('它不在调整范围内，什么都不变。', 'It is not among those that change: nothing changes for you.'),
  grows: text('它的范围扩大，您家仍在其中。', 'It takes in more; your home stays in it.'),
  renamed: (to: string) => text(`它改名为“${to}”，范围不变。`, `It is renamed "${to}"; its place stays the same.`),
  whole: (to: string) => text(`整个网格划入“${to}”。`, `All of it goes to "${to}".`),
  partly: (to: string) =>
    text(
      `其中一部分划入${to}，其余不变。请在地图上点您家。`,
      `A part of it goes to ${to}; the rest stays. Tap on your home.`,
    ),
  shared: (to: string) => text(`它分别划入${to}。请在地图上点您家。`, `It is shared out to ${to}. Tap on your home.`),
  placeSame: (name: string) =>
    text(`这个地方调整前后都在“${name}”。`, `This place lies in "${name}", before the change and after it.`),
  placeMoves: (from: string, to: string) =>
    text(
      `这个地方调整前在“${from}”，调整后在“${to}”。`,
      `This place lies in "${from}" before the change, in "${to}" after it.`,
    ),
  outside: text('这个地方不在本区。', 'This place is not in the district.'),
};

interface Props {
  readonly plan: PlanPage;
  /** Id of the plan before. */
  readonly against: string;
  readonly changes: PlanChanges;
  /** Where somebody tapped. */
  readonly place: LonLat | null;
  readonly onPlace: (place: LonLat) => void;
}

/** As long as a plan is on its way, it is compared with the one in force, whose grids the map has: nothing more is loaded. */
const isBeforeInForce = ({ status, waits }: PlanPage) =>
  ['noticed', 'approved', 'filed'].includes(status) && !waits.some(({ rule }) => rule === comparedPlanIsInForce.id);

/** The map before and after, and what the plan means for one's grid or for the place one taps on. */
export function MyPlace({ plan, against, changes, place, onPlace }: Props) {
  const words = useWords(WORDS);
  const before = useLayerBefore(against, isBeforeInForce(plan));
  const after = useLayer(plan);
  return (
    <Card labelledBy="my-place">
      <Stack gap={3}>
        <h2 id="my-place">{words.title}</h2>
        <Loaded query={before} lines={5}>
          {(former) => (
            <Loaded query={after} lines={5}>
              {(later) => (
                <>
                  <MyGridAnswer before={former} changes={changes} />
                  <div className={styles.tap}>
                    <p>{words.tap}</p>
                    <HereButton onPlace={onPlace} />
                  </div>
                  <CompareMap
                    className={styles.map}
                    compared={{ before: former, after: later, changes }}
                    pin={place}
                    onPick={onPlace}
                  />
                  {place && <PlaceAnswer before={former} after={later} place={place} />}
                </>
              )}
            </Loaded>
          )}
        </Loaded>
      </Stack>
    </Card>
  );
}

function HereButton({ onPlace }: Pick<Props, 'onPlace'>) {
  const words = useWords(WORDS);
  const find = useMyPosition();
  return (
    <>
      <Button icon="locate" busy={find.isPending} onClick={() => find.mutate(undefined, { onSuccess: onPlace })}>
        {words.here}
      </Button>
      {find.error instanceof NoPosition && <Notice tone="caution">{words.denied}</Notice>}
    </>
  );
}

interface MyGridProps {
  readonly before: PlanLayer;
  readonly changes: PlanChanges;
}

/** What the plan means for the grid that is remembered on this device. */
function MyGridAnswer({ before, changes }: MyGridProps) {
  const words = useWords(WORDS);
  const mine = useMyGrid();
  const name = mine === null ? undefined : namesOf([before]).get(mine);
  if (mine === null || name === undefined) return null;
  const meaning = meaningFor(mine, changes);
  return (
    <Notice tone={meaning.kind === 'same' || meaning.kind === 'grows' ? 'good' : 'info'} title={words.mine(name)}>
      <MeaningWords meaning={meaning} names={changedNames(changes)} />
    </Notice>
  );
}

interface MeaningProps {
  readonly meaning: Meaning;
  readonly names: ReadonlyMap<string, string>;
}

function MeaningWords({ meaning, names }: MeaningProps) {
  const words = useWords(WORDS);
  const nameOf = (code: string) => names.get(code) ?? code;
  switch (meaning.kind) {
    case 'same':
    case 'grows':
      return <p>{words[meaning.kind]}</p>;
    case 'renamed':
      return <p>{words.renamed(meaning.to)}</p>;
    case 'whole':
      return <p>{words.whole(nameOf(meaning.to))}</p>;
    case 'parts': {
      const to = meaning.to.map((code) => `“${nameOf(code)}”`).join('、');
      return <p>{meaning.stays ? words.partly(to) : words.shared(to)}</p>;
    }
  }
}

interface PlaceProps {
  readonly before: PlanLayer;
  readonly after: PlanLayer;
  readonly place: LonLat;
}

/** The grid of a place today and after the change; comes into view, for the map may fill a phone. */
function PlaceAnswer({ before, after, place }: PlaceProps) {
  const words = useWords(WORDS);
  const answer = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown anew for each place
  useEffect(() => {
    answer.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const [now, then] = [gridAt(before, place.lon, place.lat), gridAt(after, place.lon, place.lat)];
  const moves = now?.code !== then?.code;
  return (
    <div ref={answer} className={styles.placeAnswer}>
      {now && then ? (
        <Notice
          tone={moves ? 'info' : 'good'}
          title={moves ? words.placeMoves(now.name, then.name) : words.placeSame(then.name)}
        />
      ) : (
        <Notice tone="caution" title={words.outside} />
      )}
    </div>
  );
}
