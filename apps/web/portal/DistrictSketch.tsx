import { useEffect, useState } from 'react';
import { type AreaLayer, loadLayer, Sketch } from '#packages/web-kit/map';
import styles from './home.module.css';

/** The district as a drawing beside the headline, on wide screens only; loaded when the rest has been shown. */
export function DistrictSketch({ chosen }: { readonly chosen: string | undefined }) {
  const [streets, setStreets] = useState<AreaLayer | null>(null);
  useEffect(() => {
    if (!window.matchMedia('(min-width: 900px)').matches) return;
    const later = window.setTimeout(() => loadLayer('street').then(setStreets, () => undefined), 200);
    return () => window.clearTimeout(later);
  }, []);
  return <div className={styles.sketch}>{streets && <Sketch streets={streets} chosen={chosen} />}</div>;
}
