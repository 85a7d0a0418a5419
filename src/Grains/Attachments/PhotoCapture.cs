using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Attachments;

/// <summary>
/// 拍摄信息. When and where a photo was taken, as the camera or the device said it: a statement that stands beside the hash of the file,
/// and no proof. The place is there only where whoever took the photo agreed to say it.
/// </summary>
/// <param name="TakenAt">拍摄时间. The instant (UTC or with its offset).</param>
/// <param name="Clock">时间来源. Whose clock said it.</param>
/// <param name="Latitude">纬度. Degrees north of the equator in WGS 84, from -90 to 90; null where no place is said.</param>
/// <param name="Longitude">经度. Degrees east of Greenwich in WGS 84, from -180 to 180; null where no place is said.</param>
/// <param name="AccuracyMetres">定位精度（米）. The radius within which the place lies, or null where it is not known.</param>
[GenerateSerializer, Immutable, Alias("photo-capture")]
public sealed record PhotoCapture(
    DateTimeOffset TakenAt,
    CaptureClock Clock,
    decimal? Latitude = null,
    decimal? Longitude = null,
    int? AccuracyMetres = null)
{
    // Half way round the earth: whatever is less exact says nothing.
    private const int LeastAccuracy = 20_000_000;

    /// <summary>What is wrong with what is said of a photo, or null. Its field is <c>capture</c> and the member.</summary>
    /// <param name="capture">What is said of it; null for nothing.</param>
    public static InvalidInput? Problem(PhotoCapture? capture)
    {
        if (capture is null)
        {
            return null;
        }

        return PlausibleDays.Problem("capture.takenAt", ShanghaiTime.DayOf(capture.TakenAt))
            ?? (capture.Latitude is null != capture.Longitude is null
                ? new InvalidInput("capture.latitude", "经度和纬度应一并填写", "Latitude and longitude are given together")
                : null)
            ?? Degrees("capture.latitude", capture.Latitude, 90)
            ?? Degrees("capture.longitude", capture.Longitude, 180)
            ?? (capture.AccuracyMetres is < 0 or > LeastAccuracy
                ? new InvalidInput("capture.accuracyMetres", "定位精度不合理", "The accuracy is not plausible")
                : null);
    }

    private static InvalidInput? Degrees(string field, decimal? given, int most) =>
        given is { } degrees && (degrees < -most || degrees > most)
            ? new InvalidInput(field, $"应在-{most}度至{most}度之间", $"It lies between -{most} and {most} degrees")
            : null;
}

/// <summary>拍摄时间来源. Whose clock said when a photo was taken.</summary>
[JsonConverter(typeof(WireNameConverter<CaptureClock>))]
public enum CaptureClock
{
    /// <summary>The camera's, as the file itself says (EXIF).</summary>
    [Term("照片文件", "the file itself")]
    File,

    /// <summary>The device's, when the file came to it.</summary>
    [Term("本机时钟", "the device's clock")]
    Device,
}
