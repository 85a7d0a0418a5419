export const importWords = {
  zh: {
    title: '数据导入', hint: '上传登记簿（CSV 或 XLSX，GB18030 或 UTF-8）。不合格的行不影响其余各行，可连同原因下载；同一文件重复导入不产生变化。', bring: (register: string) => `导入${register}簿`, file: '文件', register: '登记簿', status: '进度', read: '已读', created: '新建', updated: '更新', unchanged: '未变', rejected: '拒绝', by: '导入人', at: '提交时间', download: '下载被拒行', sent: '文件已受理', noneYet: '尚未导入过文件',
  },
  en: {
    title: 'Imports', hint: 'Bring a register (CSV or XLSX, GB18030 or UTF-8). Rows that are not taken do not stop the others, and can be fetched with their reasons; the same file twice changes nothing.', bring: (register: string) => `Import the ${register}`, file: 'File', register: 'Register', status: 'Progress', read: 'Read', created: 'Created', updated: 'Updated', unchanged: 'Unchanged', rejected: 'Rejected', by: 'By', at: 'Brought at', download: 'Fetch the rejected rows', sent: 'The file is accepted', noneYet: 'No file has been imported yet',
  },
};
