export const importWords = {
  zh: {
    title: '数据导入',
    hint: '上传登记簿（CSV 或 XLSX，GB18030 或 UTF-8）。选择文件后先预览，确认后才导入。不合格的行不影响其余各行，可连同原因下载；同一文件重复导入不产生变化。',
    bring: (register: string) => `导入${register}簿`, file: '文件', register: '登记簿', status: '进度', read: '已读', created: '新建',
    updated: '更新', unchanged: '未变', rejected: '拒绝', by: '导入人', at: '提交时间', download: '下载被拒行', sent: '文件已受理', noneYet: '尚未导入过文件',
    previewOf: (register: string) => `${register}簿：导入前预览`, take: '导入', leave: '放弃', readAs: '文件形式', sheet: '工作表', headerRow: '表头所在行',
    wouldCreate: '将新建', wouldUpdate: '将更新', wouldReject: '将拒绝', columns: '列', columnInFile: '文件中的列', columnReadAs: '读作', notRead: '不读取',
    firstRows: '前几行', firstRejected: '将被拒绝的行', row: '行号', understood: '读取内容', outcome: '结果',
    notWhole: (rows: string) => `文件较大，预览只读取了前${rows}行；导入时将读取全部`,
  },
  en: {
    title: 'Imports',
    hint: 'Bring a register (CSV or XLSX, GB18030 or UTF-8). It is looked at first, and imported once you say so. '
      + 'Rows that are not taken do not stop the others, and can be fetched with their reasons; the same file twice changes nothing.',
    bring: (register: string) => `Import the ${register}`, file: 'File', register: 'Register', status: 'Progress',
    read: 'Read', created: 'Created',
    updated: 'Updated', unchanged: 'Unchanged', rejected: 'Rejected', by: 'By', at: 'Brought at',
    download: 'Fetch the rejected rows', sent: 'The file is accepted', noneYet: 'No file has been imported yet',
    previewOf: (register: string) => `${register}: before it is imported`, take: 'Import', leave: 'Leave it', readAs: 'Read as',
    sheet: 'Sheet',
    headerRow: 'Row of the header', wouldCreate: 'To be created', wouldUpdate: 'To be updated', wouldReject: 'To be rejected',
    columns: 'Columns',
    columnInFile: 'Column of the file', columnReadAs: 'Read as', notRead: 'Not read', firstRows: 'The first rows',
    firstRejected: 'Rows that would be rejected', row: 'Row', understood: 'What it says', outcome: 'Outcome',
    notWhole: (rows: string) => `The file is large: ${rows} rows were looked at. The import reads all of it`,
  },
};
