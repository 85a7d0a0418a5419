namespace ShuangDa.Grains.Subjects;

/// <summary>附件未上传. A file that is named was not brought.</summary>
/// <param name="Hash">内容哈希. The hash that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.attachment-not-kept")]
public sealed record AttachmentNotKept(string Hash) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"附件{Hash}尚未上传", $"No file is kept under {Hash}; bring it first");
}
