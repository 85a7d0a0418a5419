using System.Collections.Immutable;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>附件引用的规则. What holds of the files that a command names, whichever concept's it is.</summary>
public static class AttachmentReferences
{
    /// <summary>The most files of one record.</summary>
    public const int Most = 50;

    /// <summary>What is wrong with the files that a command names, or null: too many, a name that is none, a file that was never brought.</summary>
    /// <param name="named">Every file that the command names; null for none.</param>
    /// <param name="kept">What the shell found to be kept, by hash; a file that it did not find is not kept.</param>
    public static Refusal? Problem(IEnumerable<AttachmentReference>? named, IReadOnlyDictionary<string, KeptContent>? kept)
    {
        var all = (named ?? []).ToList();
        return all.Count > Most ? new InvalidInput("attachments", $"附件最多{Most}个", $"There may be {Most} attachments")
            : NameProblem(all) is { } problem ? problem
            : all.FirstOrDefault(one => kept?.ContainsKey(one.Hash) != true) is { } absent ? new AttachmentNotKept(absent.Hash)
            : null;
    }

    /// <summary>
    /// What is wrong with the first name that is none, or the first photo of which something is said that cannot be, or null.
    /// </summary>
    /// <param name="named">Files that a command names in its <c>attachments</c>; null for none.</param>
    public static InvalidInput? NameProblem(IEnumerable<AttachmentReference>? named) => NameProblem("attachments", named);

    /// <summary>The same of files that a command names elsewhere.</summary>
    /// <param name="field">The field that names them.</param>
    /// <param name="named">The files; null for none.</param>
    public static InvalidInput? NameProblem(string field, IEnumerable<AttachmentReference>? named) => ListParts.Problem(
        field, named ?? [], one => AttachmentName.Problem(one.FileName) ?? PhotoCapture.Problem(one.Capture));

    /// <summary>The files as they are recorded. <see cref="Problem"/> has found nothing wrong with them.</summary>
    /// <param name="named">The files that a command names; null for none.</param>
    /// <param name="kept">What the shell found to be kept, by hash.</param>
    public static ImmutableArray<Attachment> Recorded(ImmutableArray<AttachmentReference>? named, IReadOnlyDictionary<string, KeptContent> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return [.. (named ?? []).Select(one => new Attachment(
            one.Hash, one.FileName, kept[one.Hash].MediaType, kept[one.Hash].Bytes, one.Capture))];
    }
}

/// <summary>已存内容. What is kept under a hash.</summary>
/// <param name="MediaType">媒体类型. What the bytes are.</param>
/// <param name="Bytes">字节数. How long it is.</param>
public sealed record KeptContent(string MediaType, long Bytes);
