import { Answered } from '#packages/console-kit';
import type { MatterPage } from '../../../core/api.ts';
import { ActionBar } from '../actions/ActionBar.tsx';
import { Contact } from './Contact.tsx';
import { JointOrder } from './JointOrder.tsx';
import { MatterHead } from './MatterHead.tsx';
import { MatterPlace } from './MatterPlace.tsx';
import { MatterText } from './MatterText.tsx';
import styles from './matter.module.css';
import { PeopleConcerned } from './PeopleConcerned.tsx';
import { SupervisionNote } from './SupervisionNote.tsx';
import { Timeline } from './Timeline.tsx';
import { useMatter } from './use-matter.ts';

/** A matter with all that its staff may see and do: alone on a page, or beside the inbox. */
export function MatterView({ code }: { readonly code: string }) {
  const matter = useMatter(code);
  return (
    <div className={styles.view}>
      <Answered query={matter} rows={10}>
        {(page) => <Content matter={page} />}
      </Answered>
    </div>
  );
}

function Content({ matter }: { readonly matter: MatterPage }) {
  return (
    <article className={styles.matter}>
      <MatterHead matter={matter} />
      {matter.supervision && <SupervisionNote supervision={matter.supervision} />}
      <ActionBar matter={matter} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <MatterText matter={matter} />
          {matter.joint && <JointOrder joint={matter.joint} />}
          <Contact matter={matter} />
          <Timeline matter={matter} />
        </div>
        <aside className={styles.aside}>
          <MatterPlace matter={matter} />
          <PeopleConcerned matter={matter} />
        </aside>
      </div>
    </article>
  );
}
