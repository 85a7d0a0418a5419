import { Grid } from 'antd';

/** The window of a phone. */
export const narrow = () => window.matchMedia('(max-width: 720px)');

/** Whether a window has room for lists with many columns beside the menu. */
export const roomy = () => window.matchMedia('(min-width: 1200px)').matches;

/** Whether a table has room for its columns; otherwise its rows stand below each other. */
export const useRoomForColumns = () => Grid.useBreakpoint().md ?? !narrow().matches;
