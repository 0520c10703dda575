import { useId } from 'react';
import { GridMatters, TrackForm } from '#modules/matters/web/portal/index';
import { GridNotices, MyGrid, useMyGrid } from '#modules/places/web/portal/index';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { ButtonLink, Card, Icon, type IconName, Stack, useTitle } from '#packages/web-kit/ui';
import { DistrictSketch } from './DistrictSketch.tsx';
import styles from './home.module.css';

const WORDS = {
  window: text('首页', 'Home'),
  title: text('身边的事，一件一码，办到底', 'Tell it once. One code, followed to the end.'),
  lead: text(
    '路灯坏了、邻里噪音、想装电梯……说一声，就有一个单位负责，每一步您都看得到。',
    'A broken lamp, noise next door, a wish for a lift: say it, one unit becomes responsible, and you see each step.',
  ),
  report: text('我要反映', 'Report something'),
  noAccount: text('不用注册，大约 2 分钟', 'No account needed, about 2 minutes'),
  track: text('查询进度', 'See how it stands'),
  here: text('这里正在办的事', 'What is going on here'),
  district: text('全区正在办的事', 'What is going on in the district'),
  map: text('全区地图', 'Map of the district'),
  mapMore: text(
    '看看各个街道、社区和网格有哪些事在办，谁也不用打听。',
    'See what is being handled in each street, community and grid, without having to ask.',
  ),
  mapOpen: text('打开地图和清单', 'Open map and list'),
  how: text('一件事怎么办', 'How it goes'),
  one: text('说在哪里、什么事', 'Say where and what'),
  oneMore: text('在地图上放下图钉，写几句话，可以加照片。', 'Drop a pin, write a few words, add photos if you like.'),
  two: text('落到一个网格', 'It lands in one grid'),
  twoMore: text(
    '马上得到追踪码；2 个工作小时内受理。',
    'You get a tracking code at once; it is accepted within 2 working hours.',
  ),
  three: text('一个单位负责', 'One unit is responsible'),
  threeMore: text(
    '办理时限公开，暂停要公布原因，办完由别人核实。',
    'Its term is public, a pause needs a published reason, somebody else verifies.',
  ),
  four: text('由您评价', 'You have the last word'),
  fourMore: text(
    '解决没解决、满意不满意，分开说；30 天内可要求重办。',
    'Solved or not, satisfied or not; you can reopen it within 30 days.',
  ),
};

/** `/`: one line on what this is, the way to report and to track, my grid and what is going on there. */
export function Home() {
  const words = useWords(WORDS);
  const grid = useMyGrid();
  useTitle(words.window);
  return (
    <>
      <section className={styles.hero}>
        <div className={styles.heroInner}>
          <div className={styles.say}>
            <h1>{words.title}</h1>
            <p>{words.lead}</p>
            <div className={styles.act}>
              <ButtonLink to={grid ? `/report?grid=${grid}` : '/report'} look="warm" large icon="pen">
                {words.report}
              </ButtonLink>
              <span>{words.noAccount}</span>
            </div>
          </div>
          <DistrictSketch chosen={grid?.slice(0, 9)} />
        </div>
      </section>
      <div className={styles.content}>
        <div className={styles.track}>
          <Card>
            <h2>{words.track}</h2>
            <TrackForm hint={false} />
          </Card>
        </div>
        <GridNotices mine={grid} />
        <div className={styles.two}>
          <Stack gap={5}>
            <Card labelledBy="my-grid">
              <MyGrid code={grid} />
            </Card>
            <Card tone="water" labelledBy="map">
              <h2 id="map" className={styles.cardTitle}>
                {words.map}
              </h2>
              <p className={styles.cardText}>{words.mapMore}</p>
              <ButtonLink to="/around" icon="map">
                {words.mapOpen}
              </ButtonLink>
            </Card>
          </Stack>
          <Card labelledBy="here">
            <h2 id="here" className={styles.cardTitle}>
              {grid ? words.here : words.district}
            </h2>
            <GridMatters area={grid ?? ''} />
          </Card>
        </div>
        <How />
      </div>
    </>
  );
}

function How() {
  const words = useWords(WORDS);
  const id = useId();
  const steps: readonly [IconName, string, string][] = [
    ['pin', words.one, words.oneMore],
    ['map', words.two, words.twoMore],
    ['people', words.three, words.threeMore],
    ['check', words.four, words.fourMore],
  ];
  return (
    <section className={styles.how} aria-labelledby={id}>
      <h2 id={id}>{words.how}</h2>
      <ol>
        {steps.map(([icon, title, more]) => (
          <li key={icon}>
            <span>
              <Icon name={icon} size={24} />
            </span>
            <h3>{title}</h3>
            <p>{more}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
