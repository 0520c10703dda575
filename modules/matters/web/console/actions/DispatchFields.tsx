import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Input } from 'antd';
import { useEffect } from 'react';
import { Answered, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useWords } from '#packages/web-kit';
import type { Organisation } from '../../../../access/contract.ts';
import type { MatterPage } from '../../../core/api.ts';
import type { ProposalPage } from '../../../core/catalogue-api.ts';
import { matters } from '../api.ts';
import styles from './actions.module.css';
import type { Values } from './body.ts';
import { HelpersField } from './HelpersField.tsx';
import { Proposed } from './Proposed.tsx';
import { UnitChoices } from './UnitChoices.tsx';
import { unitChoices } from './units.ts';
import { useOrganisations } from './use-organisations.ts';

const WORDS = {
  unit: text('责任单位', 'Responsible unit'),
  caught: text('责任不清：请区兜底，由区中心指定承办单位', 'The owner is unclear: let the district catch it'),
  why: text('为什么与目录不一致', 'Why it differs from the catalogue'),
  public: text('反映人和公众可以看到', 'The reporter and the public will read it'),
};

interface Props {
  readonly matter: MatterPage;
  readonly values: Values;
  readonly onChange: (part: Partial<Values>) => void;
}

/** A dispatch: what the catalogue proposes and why; whoever differs from it says so. */
export function DispatchFields(props: Props) {
  const { code, category } = props.matter;
  const organisations = useOrganisations();
  const proposal = useQuery({
    queryKey: ['proposal', code, category],
    queryFn: () => matters('GET /api/matters/:code/proposal', { params: { code } }),
  });
  return (
    <Answered query={proposal}>
      {(proposed) => (
        <Answered query={organisations}>
          {(all) => <Filled {...props} proposal={proposed} organisations={all} />}
        </Answered>
      )}
    </Answered>
  );
}

interface FilledProps extends Props {
  readonly proposal: ProposalPage;
  readonly organisations: readonly Organisation[];
}

/** The values that the proposal fills in, unless it names the unit that has just given the matter back. */
function proposedValues({ stage, unit }: MatterPage, proposal: ProposalPage): Partial<Values> {
  const again = (stage === 'returned' || stage === 'dispatched') && proposal.unit?.id === unit?.id;
  const standard = proposal.standards[0]?.id;
  if (again || !proposal.unit) return { standard, caught: stage === 'dispatched' };
  return { unit: proposal.unit.id, standard, caught: proposal.caught, co: proposal.co.map(({ id }) => id) };
}

const differs = (proposal: ProposalPage, { unit, caught }: Pick<Values, 'unit' | 'caught'>) =>
  proposal.version !== null && unit !== undefined && (unit !== proposal.unit?.id || (caught && !proposal.caught));

function Filled({ matter, values, onChange, proposal, organisations }: FilledProps) {
  const words = useWords(WORDS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once, when the proposal has come
  useEffect(() => {
    if (values.unit === undefined) onChange(proposedValues(matter, proposal));
  }, [proposal]);
  const { grid, unit, stage } = matter;
  const except = stage === 'returned' || stage === 'dispatched' ? (unit?.id ?? null) : null;
  const choices = unitChoices(organisations, { grid: grid.code, except, proposed: proposal.unit?.id ?? null });
  const change = (part: Partial<Values>) => {
    const next = { ...values, ...part };
    onChange({ ...part, differs: differs(proposal, next), co: next.co.filter((id) => id !== next.unit) });
  };
  const district = organisations.find(({ kind }) => kind === 'district');
  const isCentre = useActor().grants.some(({ role }) => role === 'district_centre');
  /** Whoever is not the centre hands a caught matter to the centre, or does not have it caught. */
  const choose = (chosen: string) =>
    change({ unit: chosen, caught: values.caught && (isCentre || chosen === district?.id) });
  const catchIt = (caught: boolean) =>
    change(caught && district && !isCentre ? { caught, unit: district.id } : { caught });
  return (
    <>
      <Proposed proposal={proposal} values={values} onChange={onChange} />
      <Form.Item label={words.unit} required>
        <UnitChoices choices={choices} proposed={proposal.unit?.id} value={values.unit} onChange={choose} />
        <Checkbox className={styles.catch} checked={values.caught} onChange={(event) => catchIt(event.target.checked)}>
          {words.caught}
        </Checkbox>
      </Form.Item>
      {values.differs && (
        <Form.Item
          label={words.why}
          htmlFor="why"
          required
          extra={
            <span className={styles.readers} data-readers="public">
              {words.public}
            </span>
          }
        >
          <Input.TextArea
            id="why"
            value={values.why}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            onChange={(event) => onChange({ why: event.target.value })}
          />
        </Form.Item>
      )}
      <HelpersField choices={choices} values={values} onChange={(co) => onChange({ co })} />
    </>
  );
}
