namespace ShuangDa.Grains.Attachments;

/// <summary>附件类型. The kinds of files that may be kept. The first bytes tell the kind; the name's ending must agree, so that nobody keeps one thing under the looks of another.</summary>
/// <param name="MediaType">媒体类型.</param>
/// <param name="Endings">后缀. The endings that agree with it, the usual one first; under that one it is kept.</param>
/// <param name="Marks">Whether these first bytes are of this kind.</param>
public sealed record AttachmentKind(string MediaType, string[] Endings, Func<byte[], int, bool> Marks)
{
    /// <summary>How many first bytes are looked at.</summary>
    public const int HeadLength = 16;

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>All kinds. Photos, films and sound of an inspection, and documents; nothing that a browser would run.</summary>
    public static IReadOnlyList<AttachmentKind> All { get; } =
    [
        new("image/jpeg", [".jpg", ".jpeg"], static (head, length) => Begins(head, length, [0xFF, 0xD8, 0xFF])),
        new("image/png", [".png"], static (head, length) => Begins(head, length, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])),
        new("image/webp", [".webp"], static (head, length) => Begins(head, length, "RIFF"u8) && At(head, length, 8, "WEBP"u8)),
        new("image/heic", [".heic"], static (head, length) => At(head, length, 4, "ftypheic"u8) || At(head, length, 4, "ftypmif1"u8)),
        new("application/pdf", [".pdf"], static (head, length) => Begins(head, length, "%PDF-"u8)),
        new("video/mp4", [".mp4", ".mov"], static (head, length) => At(head, length, 4, "ftyp"u8)),
        new("audio/wav", [".wav"], static (head, length) => Begins(head, length, "RIFF"u8) && At(head, length, 8, "WAVE"u8)),
        new("audio/mpeg", [".mp3"], static (head, length) => Begins(head, length, "ID3"u8) || Begins(head, length, [0xFF, 0xFB])),
        new(Word, [".docx"], IsZip),
        new(Sheet, [".xlsx"], IsZip),
    ];

    /// <summary>The kind of a file whose first bytes and name agree; null when none does.</summary>
    public static AttachmentKind? Of(byte[] head, int length, string fileName) =>
        All.FirstOrDefault(kind => kind.Marks(head, length) && kind.Endings.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether browsers show a file of this type by themselves.</summary>
    /// <param name="mediaType">The type.</param>
    public static bool IsShown(string mediaType) => mediaType is not (Word or Sheet);

    private static bool IsZip(byte[] head, int length) => Begins(head, length, [0x50, 0x4B, 0x03, 0x04]);

    private static bool Begins(byte[] head, int length, ReadOnlySpan<byte> mark) => At(head, length, 0, mark);

    private static bool At(byte[] head, int length, int at, ReadOnlySpan<byte> mark) => length >= at + mark.Length && head.AsSpan(at, mark.Length).SequenceEqual(mark);
}
