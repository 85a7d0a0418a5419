using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShuangDa.Grains.Subjects;

/// <summary>线上名称. The one form in which names leave the program, the same in stored JSON and in the API: enum values in UPPER_CASE with underscores, also in columns; members in camelCase, also where a refusal names them.</summary>
public static class WireName
{
    /// <summary>The value's name, such as <c>PRODUCTION_LICENCE</c>.</summary>
    /// <typeparam name="T">An enum without combined values.</typeparam>
    /// <param name="value">One of its values.</param>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.OfValue[value];

    /// <summary>The value of this name; null when there is none.</summary>
    /// <typeparam name="T">An enum without combined values.</typeparam>
    /// <param name="name">A name as <see cref="Of"/> gives it.</param>
    public static T? Find<T>(string? name) where T : struct, Enum => name is not null && Names<T>.ByName.TryGetValue(name, out var value) ? value : null;

    /// <summary>The name of a member, a parameter or an operation, such as <c>creditCode</c>.</summary>
    /// <param name="name">Its name in the program.</param>
    public static string OfMember(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>The wire name of something that is stored in small letters with hyphens and dots, such as <c>crime-transfer.task-group</c>.</summary>
    /// <param name="stored">The stored name.</param>
    public static string OfStored(string stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Replace('-', '_').Replace('.', '_').ToUpperInvariant();
    }

    private static class Names<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> OfValue = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByName = OfValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);
    }
}

/// <summary>Writes an enum into JSON under its wire name; numbers are not read.</summary>
/// <typeparam name="T">The enum, which names this converter in its <see cref="JsonConverterAttribute"/>.</typeparam>
public sealed class WireNameConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) where T : struct, Enum;
