using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

/// <summary>金额. An amount of money that somebody gives with a command: in yuan outside, in whole 分 inside. Stored and hashed as the number of 分.</summary>
/// <param name="Fen">分. The amount, a hundredth of a yuan each.</param>
[GenerateSerializer, Immutable, Alias("yuan"), JsonConverter(typeof(YuanConverter))]
public readonly record struct Yuan([property: Id(0)] long Fen)
{
    // Beyond this no figure of the bureau lies, and 分 would leave the range of what databases add up.
    private const decimal Most = 10_000_000_000_000m;

    /// <summary>An amount in yuan as it was given; null where it has more than two decimals or is beyond all measure.</summary>
    /// <param name="yuan">The amount in yuan.</param>
    public static Yuan? From(decimal yuan) => Math.Abs(yuan) > Most || decimal.Round(yuan, 2) != yuan ? null : new Yuan((long)(yuan * 100));
}

/// <summary>金额的存储形式. An amount is a plain number of 分 in JSON.</summary>
public sealed class YuanConverter : JsonConverter<Yuan>
{
    /// <inheritdoc/>
    public override Yuan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Yuan value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value.Fen);
    }
}
