import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { CrsId, Layer, SourceFile } from '#packages/geo-formats';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import { boundsOfAny } from '#packages/web-kit/map';
import { CrsQuestion } from './CrsQuestion.tsx';
import { fieldsOf, interpret, usualFields, usualUse } from './fields.ts';
import { LayerList } from './LayerList.tsx';
import type { SourceLayer } from './layer.ts';
import { LAYER_COLOURS } from './looks.ts';
import type { WorkPanelProps } from './panel.ts';
import { Refusal } from './Refusal.tsx';
import { StartFrom } from './StartFrom.tsx';
import { geometryOf } from './shapes.ts';
import styles from './workbench.module.css';
import { gridLayers, type Workspace } from './workspace.ts';

const WORDS = {
  title: text('各部门的图层', 'Layers of departments'),
  drop: text('把文件拖到这里，或点击选择', 'Drop files here, or click to choose'),
  hint: text(
    'GeoJSON、Shapefile（zip）、KML、KMZ、FlatGeobuf，户数点也可用 CSV。文件只在本机浏览器里读取，存为草案时才上传网格。',
    'GeoJSON, zipped Shapefile, KML, KMZ, FlatGeobuf; points with households also as CSV. Files are read in this browser alone; only the grids are sent, when they are saved.',
  ),
  reading: (name: string) => text(`读取“${name}”…`, `Reading "${name}"…`),
};

const ACCEPT = '.geojson,.json,.zip,.shp,.kml,.kmz,.fgb,.csv';

/** A file that could not be taken yet: its coordinate system is asked for, or it was refused. */
interface Intake {
  readonly file: SourceFile;
  readonly question?: Parameters<typeof CrsQuestion>[0]['question'];
  readonly error?: unknown;
}

/** Where the work starts from, the layers that are laid over it, and what is still asked of them. */
export function LayersPanel(props: WorkPanelProps) {
  const { workspace, dispatch, engine, map, run } = props;
  const words = useWords(WORDS);
  const [intakes, setIntakes] = useState<readonly Intake[]>([]);
  const latest = useRef(workspace);
  latest.current = workspace;
  const queue = useRef(Promise.resolve());
  const shown = useRef(map);
  shown.current = map;
  useEffect(() => () => shown.current.show([]), []);

  const put = (file: SourceFile, change: Omit<Intake, 'file'> | null): void =>
    setIntakes((known) => {
      const others = known.filter((one) => one.file !== file);
      return change === null ? others : [...others, { file, ...change }];
    });
  const take = (layer: Layer): void => {
    const made = layerOf(layer, latest.current);
    dispatch({ type: 'add_layer', layer: made });
    const bounds = boundsOfAny(layer.features.flatMap((feature) => geometryOf(feature) ?? []));
    if (bounds) map.fit(bounds);
  };
  const read = async (file: SourceFile, crs?: CrsId): Promise<void> => {
    put(file, null);
    const near = middleOf(latest.current);
    await run(words.reading(file.name), async (running) => {
      try {
        const options = { ...(crs && { crs }), ...(near && { near }) };
        const reading = await engine.read({ file, options }, running);
        if (reading.status === 'read') take(reading.layer);
        else put(file, { question: reading });
      } catch (error) {
        if (error instanceof DOMException) throw error;
        put(file, { error });
      }
    });
  };
  /** One after another, so that each layer knows the codes of those before it. */
  const enqueue = (file: SourceFile, crs?: CrsId): void => {
    queue.current = queue.current.then(() => read(file, crs));
  };

  return (
    <div className={styles.stack}>
      <StartFrom {...props} />
      <section className={styles.block}>
        <h2 className={styles.heading}>{words.title}</h2>
        <Upload.Dragger
          accept={ACCEPT}
          multiple
          showUploadList={false}
          beforeUpload={(file) => {
            void file.arrayBuffer().then((buffer) => enqueue({ name: file.name, bytes: new Uint8Array(buffer) }));
            return Upload.LIST_IGNORE;
          }}
        >
          <p className={styles.drop}>
            <InboxOutlined aria-hidden />
            <span>{words.drop}</span>
          </p>
        </Upload.Dragger>
        <p className={styles.soft}>{words.hint}</p>
        {intakes.map(({ file, question, error }) =>
          question ? (
            <CrsQuestion
              key={file.name}
              {...{ file, question, engine, map, areas: workspace.areas }}
              onAnswer={(crs) => enqueue(file, crs)}
              onDrop={() => put(file, null)}
            />
          ) : (
            <Refusal key={file.name} error={error} onClose={() => put(file, null)} />
          ),
        )}
        <LayerList {...props} />
      </section>
    </div>
  );
}

/** The middle of the district, near which a layer must lie. */
function middleOf({ areas }: Workspace): readonly [number, number] | undefined {
  const district = areas.find(({ level }) => level === 'district');
  const ring = district?.polygons[0]?.[0];
  if (ring === undefined) return undefined;
  const [xs, ys] = [0, 1].map((k) => ring.filter((_, i) => i % 2 === k));
  const middle = (values: Int32Array): number => (Math.min(...values) + Math.max(...values)) / 2 / 1e7;
  return [middle(xs), middle(ys)];
}

function layerOf({ name, format, crs, features, notes }: Layer, workspace: Workspace): SourceLayer {
  const fields = usualFields(fieldsOf(features));
  const use = usualUse(features);
  const taken = new Set(gridLayers(workspace).flatMap(({ grids }) => grids.map(({ code }) => code)));
  for (const { code } of workspace.ground) taken.add(code);
  const { content, issues } = interpret({ features, fields, use }, workspace.areas, taken);
  const used = new Set(workspace.layers.map(({ colour }) => colour));
  const free = LAYER_COLOURS.findIndex((_, i) => !used.has(i));
  return {
    id: crypto.randomUUID(),
    name,
    format,
    owner: name.replace(/\.[^.]+$/, ''),
    colour: free < 0 ? workspace.layers.length : free,
    visible: true,
    crs: crs.name,
    features,
    fields,
    use,
    content,
    notes: [...notes, ...issues],
  };
}
