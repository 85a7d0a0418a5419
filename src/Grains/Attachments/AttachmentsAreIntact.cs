using System.Runtime.CompilerServices;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>附件完好. The bytes of every kept file are those that were brought.</summary>
/// <param name="folder">Where they are kept; null where the machine that checks has no such folder.</param>
internal sealed class AttachmentsAreIntact(AttachmentFolder? folder = null) : ISelfCheckRule
{
    public string Name => "attachments-are-intact";

    public BilingualText Title => new("附件的内容与上传时一致", "Kept files are as they were brought");

    public BilingualText Found => new("有附件的内容与上传时不一致", "Kept files are not as they were brought");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (folder is null)
        {
            yield break;
        }

        await foreach (var (hash, isIntact) in folder.CheckAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!isIntact)
            {
                yield return new Finding(
                    $"attachment/{hash}",
                    new BilingualText("文件内容与其哈希不符，已停止提供", "The file's bytes do not give its hash; it is not sent"),
                    new BilingualText("从备份恢复该文件，或请经办人重新上传同一文件", "Restore the file from a backup, or have the same file brought again"));
            }
        }
    }
}
