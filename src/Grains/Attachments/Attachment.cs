using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>附件. A photo or file that belongs to a record. Its bytes are kept outside the actors, under the hash of their content; what is recorded is this.</summary>
/// <param name="Hash">内容哈希. SHA-256 of the bytes, 64 hexadecimal digits in lower case.</param>
/// <param name="FileName">文件名. As it was brought, without any path, at most 200 characters.</param>
/// <param name="MediaType">媒体类型. What the bytes are, as they themselves show.</param>
/// <param name="Bytes">字节数. How long it is.</param>
/// <param name="Capture">拍摄信息. When and where a photo was taken, as it was said; null where nothing was.</param>
[GenerateSerializer, Immutable, Alias("attachment")]
public sealed record Attachment(string Hash, string FileName, string MediaType, long Bytes, PhotoCapture? Capture = null);

/// <summary>附件引用. A file that was brought before, named in a command.</summary>
/// <param name="Hash">内容哈希. What the upload answered.</param>
/// <param name="FileName">文件名. How it is to be called in the record.</param>
/// <param name="Capture">拍摄信息. When and where a photo was taken; left out where nothing is said of it.</param>
[GenerateSerializer, Immutable, Alias("attachment-reference")]
public sealed record AttachmentReference(string Hash, [Longest(AttachmentName.MaxLength)] string FileName, PhotoCapture? Capture = null);

/// <summary>文件名. What a file may be called. Names are shown and sent back in headers; none of them ever becomes part of a path.</summary>
public static class AttachmentName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxLength = 200;

    private static readonly string[] ReservedNames = ["CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9"];

    /// <summary>What is wrong with a name, or null. A name that tries to be a path is refused and not tidied up: whoever sent it meant something by it.</summary>
    /// <param name="name">The name as it was sent.</param>
    public static InvalidInput? Problem(string? name) => name switch
    {
        _ when FreeText.ProblemOfRequired("fileName", name, MaxLength) is { } problem => problem,
        null => throw new InvalidOperationException("A name that is missing has been refused."),
        _ when name.Any(letter => char.IsControl(letter) || letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|') =>
            new InvalidInput("fileName", "文件名含有不允许的字符", "The file name holds characters that it must not"),
        _ when name[0] is '.' or ' ' || name[^1] is '.' or ' ' => new InvalidInput("fileName", "文件名不能以点或空格开头或结尾", "A file name must not begin or end with a dot or a space"),
        _ when ReservedNames.Contains(name.Split('.')[0], StringComparer.OrdinalIgnoreCase) => new InvalidInput("fileName", "该文件名由系统保留", "This file name is reserved"),
        _ => null,
    };
}
