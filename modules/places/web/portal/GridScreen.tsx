import { useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { MapView } from '#packages/web-kit/map';
import { Button, Card, Loaded, Page, Stack } from '#packages/web-kit/ui';
import { noticeAddress } from '../notice-address.ts';
import { useGrid } from './api.ts';
import { GridChooser } from './GridChooser.tsx';
import { GridPeople } from './GridPeople.tsx';
import { LocateButton } from './LocateButton.tsx';
import { rememberGrid, useMyGrid } from './my-grid.ts';
import styles from './places.module.css';

const WORDS = {
  title: text('选择我的网格', 'Choose my grid'),
  lead: text('在地图上点您住的地方，或从列表中选。', 'Tap on the map where you live, or choose from the lists.'),
  map: text('网格地图', 'Map of the grids'),
  none: text('还没有选择网格。', 'No grid is chosen yet.'),
  take: text('设为我的网格', 'Make it my grid'),
  leave: text('不再记住', 'Forget it'),
  print: text('打印公示', 'Print the notice'),
};

/** `/grid` (or `/grid?code=`): choose by the map, by the device's position or by three lists. */
export default function GridScreen() {
  const words = useWords(WORDS);
  const [, go] = useLocation();
  const mine = useMyGrid();
  // The QR code on a printed notice names the grid.
  const asked = new URLSearchParams(useSearch()).get('code') ?? '';
  const [code, setCode] = useState(/^\d{15}$/.test(asked) ? asked : (mine ?? ''));
  const grid = useGrid(code.length === 15 ? code : null);
  const take = () => {
    rememberGrid(code);
    go('/');
  };
  return (
    <Page title={words.title} lead={words.lead} width="wide">
      <div className={styles.choose}>
        <MapView
          className={styles.map}
          label={words.map}
          highlighted={code}
          bounds={grid.data?.bounds}
          onGrid={setCode}
        />
        <Stack>
          <div>
            <LocateButton onFound={setCode} />
          </div>
          <GridChooser code={code} onChoose={setCode} />
          <div aria-live="polite">
            {code.length === 15 ? (
              <Card tone="water">
                <Loaded query={grid} lines={4}>
                  {({ name, street, community, people }) => (
                    <Stack gap={3}>
                      <div>
                        <h2>{name}</h2>
                        <p className={styles.soft}>
                          {street} · {community}
                        </p>
                      </div>
                      <GridPeople people={people} />
                      <Button look="primary" large wide onClick={take}>
                        {words.take}
                      </Button>
                      <a className={styles.print} href={noticeAddress(code, 'pdf')} target="_blank" rel="noreferrer">
                        {words.print}
                      </a>
                    </Stack>
                  )}
                </Loaded>
              </Card>
            ) : (
              <p className={styles.soft}>{words.none}</p>
            )}
          </div>
          {mine && (
            <div>
              <Button
                look="quiet"
                onClick={() => {
                  rememberGrid(null);
                  setCode('');
                }}
              >
                {words.leave}
              </Button>
            </div>
          )}
        </Stack>
      </div>
    </Page>
  );
}
