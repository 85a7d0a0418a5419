import type { MenuProps } from 'antd';

/**
 * What a menu does when something is chosen in it. Chosen by the Enter key it may open a dialog, which takes the focus before the browser has done
 * with the key: the key would go on to the dialog's first button, and close it.
 */
export const whenChosen = (then: (key: string) => void): NonNullable<MenuProps['onClick']> => ({ key, domEvent }) => {
  domEvent.preventDefault();
  then(key);
};
