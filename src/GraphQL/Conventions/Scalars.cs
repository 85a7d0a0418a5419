using System.Globalization;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>文本标量. A scalar whose values documents write as texts.</summary>
public abstract class TextScalar : ScalarGraphType
{
    /// <inheritdoc/>
    public sealed override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLNullValue => null,
        GraphQLStringValue text => ParseValue((string)text.Value),
        _ => ThrowLiteralConversionError(value),
    };
}

/// <summary>日期标量 <c>LocalDate</c>. A day in the bureau's time zone Asia/Shanghai, as <c>2026-11-24</c>.</summary>
[SpecifiedBy("https://scalars.graphql.org/andimarek/local-date.html")]
public sealed class DateScalar : TextScalar
{
    /// <summary>The scalar.</summary>
    public DateScalar()
    {
        Name = "LocalDate";
        Description = "日期。A day in the bureau's time zone (Asia/Shanghai), in the form 2026-11-24.";
    }

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateOnly day => day,
        string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string iso => iso,
        _ => ThrowSerializationError(value),
    };
}

/// <summary>时刻标量 <c>DateTime</c>. An instant in UTC, as <c>2026-11-24T08:30:00.000Z</c>.</summary>
[SpecifiedBy("https://www.graphql-scalars.com/date-time")]
public sealed class InstantScalar : TextScalar
{
    /// <summary>The scalar.</summary>
    public InstantScalar()
    {
        Name = "DateTime";
        Description = "时刻。An instant in UTC, in the form 2026-11-24T08:30:00.000Z. Input needs an offset or Z.";
    }

    /// <inheritdoc/>
    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant,
        string text when HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) => instant,
        _ => ThrowValueConversionError(value),
    };

    /// <inheritdoc/>
    public override object? Serialize(object? value) => value switch
    {
        null => null,
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => ThrowSerializationError(value),
    };

    // A time without an offset would be eight hours wrong for one half of its readers.
    private static bool HasOffset(string text) => text.Contains('T', StringComparison.OrdinalIgnoreCase)
        && (text.EndsWith('Z') || text.EndsWith('z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.OrdinalIgnoreCase));
}

/// <summary>小数标量 <c>Decimal</c>. An amount of money in yuan, with at most two decimals.</summary>
[SpecifiedBy("https://scalars.graphql.org/chillicream/decimal.html")]
public sealed class DecimalScalar : DecimalGraphType
{
    /// <summary>The scalar.</summary>
    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "小数。An amount of money in yuan (元), with at most two decimals, such as 30000.5.";
    }
}

/// <summary>标识标量 <c>UUID</c>. What a client makes up so that it is one of a kind.</summary>
[SpecifiedBy("https://tools.ietf.org/html/rfc4122")]
public sealed class UuidScalar : GuidGraphType
{
    /// <summary>The scalar.</summary>
    public UuidScalar()
    {
        Name = "UUID";
        Description = "标识。A UUID, in the form 0190b5a4-0000-7000-8000-000000000001.";
    }
}
