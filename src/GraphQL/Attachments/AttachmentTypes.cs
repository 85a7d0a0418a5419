using GraphQL;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Attachments;

/// <summary>附件. A photo or file of a record; its bytes are under <c>url</c>.</summary>
/// <param name="attachment">As it was recorded.</param>
[Name("Attachment"), ReadableBy(Readers.Bureau)]
public sealed class AttachmentType(Attachment attachment)
{
    /// <summary>内容哈希. SHA-256 of its bytes.</summary>
    public string Hash => attachment.Hash;

    /// <summary>文件名.</summary>
    public string FileName => attachment.FileName;

    /// <summary>媒体类型.</summary>
    public string MediaType => attachment.MediaType;

    /// <summary>字节数. As text would be too much: no file is larger than these figures hold.</summary>
    public int Bytes => (int)attachment.Bytes;

    /// <summary>地址. Where its bytes are.</summary>
    public string Url => $"/attachments/{attachment.Hash}";

    /// <summary>The attachments of a record.</summary>
    internal static IReadOnlyList<AttachmentType> Of(IEnumerable<Attachment> attachments) => [.. attachments.Select(one => new AttachmentType(one))];
}

/// <summary>附件的输入. A file that was brought to <c>/attachments</c> before.</summary>
/// <param name="Hash">内容哈希. What the upload answered.</param>
/// <param name="FileName">文件名. How it is to be called in the record.</param>
public sealed record AttachmentInput(string Hash, string FileName) : IInputOf<AttachmentReference>
{
    AttachmentReference IInputOf<AttachmentReference>.ToPart() => new(Hash, FileName);
}
