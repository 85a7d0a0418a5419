/** Where everything stands that the reader was told. */
export const notificationsPath = '/notifications';
