export const attachmentWords = {
  zh: {
    pick: '选择文件', remove: '移除', retry: '重试', preview: '预览', download: '下载', close: '关闭', waits: '等待上传', brought: '已上传', sending: (percent: number) => `正在上传 ${percent}%`,
    limits: (size: string, endings: string) => `可选择多个文件，单个不超过 ${size}；可用：${endings}`,
    tooLarge: (size: string, most: string) => `文件大小 ${size}，超过单个文件 ${most} 的上限，未上传`, unsupported: (endings: string) => `不接受此类文件，未上传；可用：${endings}`, empty: '文件是空的，未上传',
    notThrough: '网络不通或者服务暂不可用，未能上传；请重试，网络恢复后也会自动重试，已填写的内容不受影响', lost: '此文件尚未上传完成，请移除后重新选择', notAll: '附件尚未全部上传：请等待上传完成，或者重试、移除未成功的文件', failed: '未能上传',
    takenAt: (at: string, clock: string) => `拍摄于 ${at}（${clock}）`,
    noPreview: '浏览器不能直接显示此类文件，请下载查看',
    kinds: { 'image/jpeg': 'JPEG 图片', 'image/png': 'PNG 图片', 'image/webp': 'WebP 图片', 'image/heic': 'HEIC 图片', 'application/pdf': 'PDF 文档', 'video/mp4': '视频', 'audio/wav': '录音', 'audio/mpeg': '录音', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文档', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel 表格' } as Record<string, string>,
  },
  en: {
    pick: 'Choose files', remove: 'Remove', retry: 'Try again', preview: 'Preview', download: 'Download', close: 'Close', waits: 'Waits', brought: 'Uploaded', sending: (percent: number) => `Uploading ${percent}%`,
    limits: (size: string, endings: string) => `One or more files of at most ${size} each: ${endings}`,
    tooLarge: (size: string, most: string) => `The file has ${size}, more than the ${most} that one may have; it was not uploaded`, unsupported: (endings: string) => `Files of this kind are not kept; it was not uploaded. There may be ${endings}`, empty: 'The file is empty; it was not uploaded',
    notThrough: 'The network or the server did not let it through. Try again; it is also tried when the network is back, and what you have filled in stays', lost: 'This file was not uploaded to its end; remove it and choose it again', notAll: 'Not every file is uploaded: wait, or try again or remove those that failed', failed: 'Not uploaded',
    takenAt: (at: string, clock: string) => `Taken at ${at} (by ${clock})`,
    noPreview: 'The browser cannot show files of this kind; download it',
    kinds: { 'image/jpeg': 'JPEG picture', 'image/png': 'PNG picture', 'image/webp': 'WebP picture', 'image/heic': 'HEIC picture', 'application/pdf': 'PDF document', 'video/mp4': 'Film', 'audio/wav': 'Sound', 'audio/mpeg': 'Sound', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel sheet' } as Record<string, string>,
  },
};
