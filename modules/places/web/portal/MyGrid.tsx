import { Link } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ButtonLink, Loaded, Row } from '#packages/web-kit/ui';
import { useGrid } from './api.ts';
import { GridPeople } from './GridPeople.tsx';
import { LocateButton } from './LocateButton.tsx';
import { rememberGrid } from './my-grid.ts';
import styles from './places.module.css';

const WORDS = {
  title: text('我的网格', 'My grid'),
  why: text(
    '每个地方都属于一个网格，有一位网格员。选好您住的地方，就能看到找谁、那里正在办什么。只记在这台设备上。',
    'Every place belongs to one grid with a grid worker. Choose where you live to see whom to turn to and what is going on. Kept on this device alone.',
  ),
  choose: text('在地图上选', 'Choose on the map'),
  change: text('更换', 'Change'),
  households: (n: number) => text(`约 ${n} 户`, `about ${n} households`),
};

/** The remembered grid with its people, or the way to choose one. */
export function MyGrid({ code }: { readonly code: string | null }) {
  const words = useWords(WORDS);
  return (
    <>
      <div className={styles.head}>
        <h2 id="my-grid">{words.title}</h2>
        {code && <Link to="/grid">{words.change}</Link>}
      </div>
      {code ? <Known code={code} /> : <Unknown />}
    </>
  );
}

function Unknown() {
  const words = useWords(WORDS);
  return (
    <>
      <p className={styles.soft}>{words.why}</p>
      <div className={styles.ways}>
        <Row>
          <ButtonLink to="/grid" look="primary" icon="map">
            {words.choose}
          </ButtonLink>
          <LocateButton onFound={rememberGrid} />
        </Row>
      </div>
    </>
  );
}

function Known({ code }: { readonly code: string }) {
  const words = useWords(WORDS);
  return (
    <Loaded query={useGrid(code)} lines={4}>
      {({ name, street, community, households, people }) => (
        <>
          <p className={styles.gridName}>{name}</p>
          <p className={styles.soft}>
            {street} · {community} · {words.households(households)}
          </p>
          <GridPeople people={people} />
        </>
      )}
    </Loaded>
  );
}
