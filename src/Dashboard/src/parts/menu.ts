import type { MenuProps } from 'antd';

/**
 * What a menu does when something is chosen in it. Chosen by the Enter key it may open a dialog, which takes the focus before the browser has done
 * with the key: the key would go on to the dialog's first button, and close it.
 */
export const whenChosen = (then: (key: string) => void): NonNullable<MenuProps['onClick']> => ({ key, domEvent }) => {
  domEvent.preventDefault();
  then(key);
};

/** Puts what a button opens behind it, in the part that holds the button alone, and not at the end of the page: the next Tab leads into it. */
export const besideTrigger = (trigger: HTMLElement) => trigger.parentElement ?? document.body;
