import { useState } from 'react';
import { Button, Dropdown, Input, Modal } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { useWords } from '../app/language';
import { whenChosen } from './menu';
import { usePreference } from './usePreference';
import { partWords } from './words';

interface Saved {
  name: string;
  search: string;
}

// Apart from each other, whatever somebody calls a filter.
const save = 'save';
const open = (name: string) => `open ${name}`;
const forget = (name: string) => `forget ${name}`;
const longest = 40;

/** Conditions and order of a list that the person has given a name, and the way to give those of now one. */
export function SavedFilters() {
  const words = useWords(partWords);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const [saved, change] = usePreference<Saved[]>(`filters${pathname}`, []);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const keep = () => {
    const given = name.trim();
    if (!given) return;
    change([...saved.filter((one) => one.name !== given), { name: given, search }]);
    setNaming(false);
    setName('');
  };
  const items = [
    ...saved.map((one) => ({ key: open(one.name), label: one.name })),
    ...(saved.length > 0 ? [{ type: 'divider' as const }] : []),
    { key: save, label: words.saveFilters, disabled: search === '' },
    ...saved
      .filter((one) => one.search === search)
      .map((one) => ({ key: forget(one.name), label: words.forgetFilters(one.name), danger: true })),
  ];
  const choose = (key: string) => {
    if (key === save) setNaming(true);
    else if (saved.some((one) => forget(one.name) === key)) change(saved.filter((one) => forget(one.name) !== key));
    else navigate(`${pathname}${saved.find((one) => open(one.name) === key)?.search ?? ''}`);
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: whenChosen(choose) }}>
        <Button size="small">{words.savedFilters}</Button>
      </Dropdown>
      <Modal
        open={naming}
        title={words.saveFilters}
        okText={words.save}
        cancelText={words.cancel}
        onOk={keep}
        onCancel={() => setNaming(false)}
        okButtonProps={{ disabled: name.trim() === '' }}
        destroyOnHidden
      >
        <Input
          autoFocus
          aria-label={words.filtersName}
          placeholder={words.filtersName}
          maxLength={longest}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={keep}
        />
      </Modal>
    </>
  );
}
