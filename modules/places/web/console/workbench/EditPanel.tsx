import { Alert, Button } from 'antd';
import { polygonsToGeoJson } from '#packages/coverage';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { boundsOfAny } from '#packages/web-kit/map';
import { ChangeList } from './edit/ChangeList.tsx';
import { GridChoice } from './edit/GridChoice.tsx';
import { GridForm } from './edit/GridForm.tsx';
import { Review } from './edit/Review.tsx';
import { ToolBar } from './edit/ToolBar.tsx';
import { useEditing } from './edit/use-editing.ts';
import type { PanelProps } from './panel.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import shared from './workbench.module.css';

const WORDS = {
  refused: text('不能这样修改', 'This cannot be done'),
  noMap: text(
    '地图还没有打开，或此浏览器不能显示地图：可以从列表选择网格、合并和改名，画线需要地图。',
    'There is no map yet, or this browser cannot show it: grids can be chosen from the list, merged and renamed; drawing needs the map.',
  ),
  vertex: text('已选中一个顶点', 'A vertex is chosen'),
  remove: text('删除顶点', 'Delete the vertex'),
};

/** Borders by hand: every change is tried, looked at and confirmed; both grids of a border change at once. */
export function EditPanel(props: PanelProps) {
  const words = useWords(WORDS);
  const { workspace, dispatch, map } = props;
  const editing = useEditing(props);
  const { tool, draft, reason, chosen, nameOf, drop } = editing;
  useUndoKeys(dispatch);
  const show = () => {
    const bounds = boundsOfAny(chosen.map(({ polygons }) => polygonsToGeoJson(polygons)));
    if (bounds) map.fit(bounds);
  };
  return (
    <div className={shared.stack}>
      {map.instance === null && <Alert type="info" showIcon title={words.noMap} />}
      <ToolBar tool={tool} canDraw={editing.canDraw} onChoose={editing.pick} />
      {reason && (
        <Alert type="error" showIcon title={words.refused} description={reason} closable={{ onClose: drop }} />
      )}
      {draft && (
        <Review
          {...{ draft, nameOf }}
          before={workspace.grids}
          isCounted={editing.isCounted}
          onConfirm={editing.confirm}
          onCancel={drop}
        />
      )}
      {editing.vertex && !draft && (
        <div className={shared.row}>
          <span>{words.vertex}</span>
          <Button onClick={editing.removeVertex}>{words.remove}</Button>
        </div>
      )}
      <GridChoice
        {...{ chosen, nameOf }}
        grids={workspace.grids}
        onChange={editing.select}
        onMerge={editing.merge}
        onShow={show}
      />
      {chosen.length === 1 && !draft && <GridForm grid={chosen[0]} onSave={editing.save} />}
      <ChangeList past={workspace.past} onUndo={editing.undo} />
    </div>
  );
}
