export const notificationWords = {
  zh: {
    title: '通知',
    remark: '新交办、待办理、退回、答复、期限临近和逾期的事项，按时间先后列出。',
    bell: (unread: number) => (unread > 0 ? `通知，${unread} 条未读` : '通知，没有未读'),
    view: '查看', unread: '未读', all: '全部', total: (n: number) => `共 ${n} 条`,
    markAll: '全部标为已读', none: '没有通知', noUnread: '没有未读通知', more: '更早的通知', new: '未读',
    parts: (n: number) => `等 ${n} 项`, everything: '全部通知',
  },
  en: {
    title: 'Notifications',
    remark: 'What was assigned, waits, came back, was answered, is due soon or late, the latest first.',
    bell: (unread: number) => (unread > 0 ? `Notifications, ${unread} unread` : 'Notifications, none unread'),
    view: 'View', unread: 'Unread', all: 'All', total: (n: number) => `${n} in all`,
    markAll: 'Mark all as read', none: 'No notifications', noUnread: 'Nothing unread', more: 'Earlier ones', new: 'unread',
    parts: (n: number) => `and more, ${n} in all`, everything: 'All notifications',
  },
};
