import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { AreaPicker, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { type Person, ROLES, type Role } from '../../../contract.ts';
import { canAdministerPeople, rolesToGive } from '../../../core/policy.ts';
import { api } from '../api.ts';
import { grantBody, needsGrid, organisationsFor } from './grant-choices.ts';

const WORDS = {
  area: text('区域', 'Area'),
  grid: text('网格', 'Grid'),
  gridHint: text('网格员须选到网格；其他角色可不选。', 'A grid worker needs a grid; other roles may leave it empty.'),
  role: text('角色', 'Role'),
  organisation: text('单位', 'Organisation'),
  organisationHint: text('为哪个单位任职；网格员不填。', 'For which body; empty for grid workers.'),
  choose: text('请选择', 'Choose'),
};

/** What is being chosen of a new role; `body` once it can be sent. */
export function useGrantDraft() {
  const [area, setArea] = useState<string>();
  const [grid, setGrid] = useState<string>();
  const [role, setRole] = useState<Role>();
  const [organisation, setOrganisation] = useState<string>();
  const chooseArea = (code: string | undefined) => {
    setArea(code);
    setGrid(undefined);
    setRole(undefined);
    setOrganisation(undefined);
  };
  const chooseGrid = (code: string | undefined) => {
    setGrid(code);
    setRole(undefined);
  };
  const at = grid ?? area;
  return {
    ...{ area, grid, role, organisation, at },
    ...{ chooseArea, chooseGrid, setRole, setOrganisation },
    body: grantBody({ role, area: at, organisation }),
  };
}

export type GrantDraft = ReturnType<typeof useGrantDraft>;

/** Grids of a community, read by their public names. */
async function gridsOf(area: string): Promise<readonly { code: string; name: string }[]> {
  const response = await fetch(`/api/grids?area=${area}`);
  if (!response.ok) throw new Error(`GET /api/grids: ${response.status}`);
  return response.json();
}

/** Area, role and organisation: only what the giver may give there. */
export function GrantForm({ draft }: { readonly draft: GrantDraft }) {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const scopes = actor.grants.map(({ area }) => area).filter((area) => canAdministerPeople(actor, area));
  const { area, grid, role, organisation, at } = draft;
  const grids = useQuery({ queryKey: ['grids', area], queryFn: () => gridsOf(area!), enabled: area?.length === 12 });
  const organisations = useQuery({ queryKey: ['organisations'], queryFn: () => api('GET /api/organisations') });
  const roles = at ? rolesToGive(actor, at) : [];
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={words.area} htmlFor="grant-area" required>
        <AreaPicker
          id="grant-area"
          placeholder={words.choose}
          scopes={scopes}
          value={area}
          onChange={draft.chooseArea}
        />
      </Form.Item>
      {needsGrid(actor, area) && (
        <Form.Item label={words.grid} htmlFor="grant-grid" extra={words.gridHint}>
          <Select
            id="grant-grid"
            allowClear
            placeholder={words.choose}
            loading={grids.isPending}
            value={grid}
            onChange={draft.chooseGrid}
            options={(grids.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item label={words.role} htmlFor="grant-role" required>
        <Select
          id="grant-role"
          placeholder={words.choose}
          disabled={roles.length === 0}
          value={role}
          onChange={draft.setRole}
          options={roles.map((name) => ({ value: name, label: say(ROLES[name]) }))}
        />
      </Form.Item>
      <Form.Item label={words.organisation} htmlFor="grant-organisation" extra={words.organisationHint}>
        <Select
          id="grant-organisation"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={words.choose}
          disabled={at === undefined}
          value={organisation}
          onChange={draft.setOrganisation}
          options={organisationsFor(organisations.data ?? [], at).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </Form>
  );
}
