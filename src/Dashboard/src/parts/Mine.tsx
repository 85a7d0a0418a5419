import { Checkbox } from 'antd';
import { useWords } from '../app/language';
import { useSession } from '../app/session';
import { partWords } from './words';

/** Narrows a list down to what is assigned to whoever looks at it. */
export function Mine({ value, set }: { value: string | undefined; set: (values: { officer: string }) => void }) {
  const words = useWords(partWords);
  const { me } = useSession();
  return (
    <Checkbox checked={value === me.userName} onChange={(event) => set({ officer: event.target.checked ? me.userName : '' })}>
      {words.mine}
    </Checkbox>
  );
}
