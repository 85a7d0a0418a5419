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

    /// <summary>拍摄信息. When and where a photo was taken, as it was said; null where nothing was.</summary>
    public PhotoCaptureType? Capture => attachment.Capture is { } capture ? new PhotoCaptureType(capture) : null;

    /// <summary>The attachments of a record.</summary>
    internal static IReadOnlyList<AttachmentType> Of(IEnumerable<Attachment> attachments) => [.. attachments.Select(one => new AttachmentType(one))];
}

/// <summary>附件的输入. A file that was brought to <c>/attachments</c> before.</summary>
/// <param name="Hash">内容哈希. What the upload answered.</param>
/// <param name="FileName">文件名. How it is to be called in the record.</param>
/// <param name="Capture">拍摄信息. When and where a photo was taken; left out where nothing is said of it.</param>
public sealed record AttachmentInput(string Hash, string FileName, PhotoCaptureInput? Capture = null) : IInputOf<AttachmentReference>
{
    AttachmentReference IInputOf<AttachmentReference>.ToPart() => new(Hash, FileName, ((IInputOf<PhotoCapture>?)Capture)?.ToPart());
}

/// <summary>拍摄信息. When and where a photo was taken, as the camera or the device said it.</summary>
/// <param name="capture">As it was recorded.</param>
[Name("PhotoCapture"), ReadableBy(Readers.Bureau)]
public sealed class PhotoCaptureType(PhotoCapture capture)
{
    /// <summary>拍摄时间. The instant.</summary>
    public DateTimeOffset TakenAt => capture.TakenAt;

    /// <summary>时间来源. Whose clock said it.</summary>
    public CaptureClock Clock => capture.Clock;

    /// <summary>纬度. Degrees north of the equator (WGS 84); null where no place is said.</summary>
    public decimal? Latitude => capture.Latitude;

    /// <summary>经度. Degrees east of Greenwich (WGS 84); null where no place is said.</summary>
    public decimal? Longitude => capture.Longitude;

    /// <summary>定位精度（米）. The radius within which the place lies, or null.</summary>
    public int? AccuracyMetres => capture.AccuracyMetres;
}

/// <summary>拍摄信息的输入. When and where a photo was taken; the place only where whoever took it agreed to say it.</summary>
/// <param name="TakenAt">拍摄时间. The instant.</param>
/// <param name="Clock">时间来源. Whose clock said it.</param>
/// <param name="Latitude">纬度. Degrees north of the equator (WGS 84), with the longitude or not at all.</param>
/// <param name="Longitude">经度. Degrees east of Greenwich (WGS 84), with the latitude or not at all.</param>
/// <param name="AccuracyMetres">定位精度（米）. The radius within which the place lies.</param>
public sealed record PhotoCaptureInput(
    DateTimeOffset TakenAt,
    CaptureClock Clock,
    decimal? Latitude = null,
    decimal? Longitude = null,
    int? AccuracyMetres = null) : IInputOf<PhotoCapture>
{
    PhotoCapture IInputOf<PhotoCapture>.ToPart() => new(TakenAt, Clock, Latitude, Longitude, AccuracyMetres);
}
