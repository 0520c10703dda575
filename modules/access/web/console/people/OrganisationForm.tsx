import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { AreaPicker, ProblemNotice, Sheet, useActor } from '#packages/console-kit';
import { text } from '#packages/kernel';
import { useText, useWords } from '#packages/web-kit';
import { ORGANISATION_KINDS, type Organisation, type OrganisationKind, type Person } from '../../../contract.ts';
import { api } from '../api.ts';

const WORDS = {
  add: text('登记单位', 'Register an organisation'),
  rename: text('更改名称', 'Change the name'),
  name: text('名称', 'Name'),
  kind: text('类别', 'Kind'),
  area: text('服务区域', 'Area that it serves'),
  choose: text('请选择', 'Choose'),
  save: text('保存', 'Save'),
  cancel: text('取消', 'Cancel'),
  saved: text('已保存', 'Saved'),
};

/** Registers an organisation, or gives one that is there another name. */
export function OrganisationForm({
  organisation,
  onClose,
}: {
  readonly organisation: Organisation | null;
  readonly onClose: () => void;
}) {
  const words = useWords(WORDS);
  const say = useText();
  const actor = useActor() as Person;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [name, setName] = useState(organisation?.name ?? '');
  const [kind, setKind] = useState<OrganisationKind | undefined>(organisation?.kind);
  const [area, setArea] = useState<string | undefined>(organisation?.area);
  const save = useMutation({
    mutationFn: () =>
      organisation
        ? api('POST /api/organisations/:id/name', { params: { id: organisation.id }, body: { name: name.trim() } })
        : api('POST /api/organisations', { body: { name: name.trim(), kind: kind!, area: area! } }),
    onSuccess: async () => {
      message.success(words.saved);
      onClose();
      await queries.invalidateQueries({ queryKey: ['organisations'] });
    },
  });
  const ready = name.trim() !== '' && kind !== undefined && area !== undefined;
  const scopes = actor.grants.filter(({ role }) => role === 'administrator').map((grant) => grant.area);
  return (
    <Sheet
      open
      title={organisation ? words.rename : words.add}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => save.mutate()}>
            {words.save}
          </Button>
        </>
      }
    >
      {save.error && <ProblemNotice error={save.error} />}
      <Form layout="vertical" component="div">
        <Form.Item label={words.name} htmlFor="organisation-name" required>
          <Input id="organisation-name" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Form.Item>
        {!organisation && (
          <>
            <Form.Item label={words.kind} htmlFor="organisation-kind" required>
              <Select
                id="organisation-kind"
                placeholder={words.choose}
                value={kind}
                onChange={setKind}
                options={(Object.keys(ORGANISATION_KINDS) as OrganisationKind[]).map((value) => ({
                  value,
                  label: say(ORGANISATION_KINDS[value]),
                }))}
              />
            </Form.Item>
            <Form.Item label={words.area} htmlFor="organisation-area" required>
              <AreaPicker
                id="organisation-area"
                placeholder={words.choose}
                scopes={scopes}
                value={area}
                onChange={setArea}
              />
            </Form.Item>
          </>
        )}
      </Form>
    </Sheet>
  );
}
