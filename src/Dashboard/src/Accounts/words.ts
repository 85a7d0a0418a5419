export const accountWords = {
  zh: {
    toLookAt: '须处理的账户', noneToLookAt: '没有被锁定或者须改口令的账户',
    noneAmongFirst: (n: number) => `前 ${n} 个账户中，没有被锁定或者须改口令的`,
    all: (n: string) => `共 ${n} 个账户`,
    title: '用户', userName: '用户名', displayName: '姓名', roles: '角色', section: '责任科室', agency: '协作部门', state: '状态', lastSignIn: '最近登录', enabled: '正常', disabled: '已停用', locked: '已锁定', mustChange: '须改口令', find: '姓名', work: '在办事项', allWork: '全部及移转', history: '操作记录', close: '关闭', never: '从未登录',
  },
  en: {
    toLookAt: 'Accounts to look at', noneToLookAt: 'No account is locked or waits for a new password',
    noneAmongFirst: (n: number) => `Of the first ${n} accounts none is locked or waits for a new password`,
    all: (n: string) => `${n} accounts`,
    title: 'Users', userName: 'User name', displayName: 'Name', roles: 'Roles', section: 'Section', agency: 'Agency', state: 'State', lastSignIn: 'Last sign-in', enabled: 'Active', disabled: 'Disabled', locked: 'Locked', mustChange: 'Password due', find: 'Name', work: 'Open work', allWork: 'All of it, and moving it', history: 'History', close: 'Close', never: 'Never',
  },
};
