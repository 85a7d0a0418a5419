using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>角色代码. Roles as they are stored and as clients read them: <c>SECTION_HEAD</c>.</summary>
public static class RoleCodes
{
    private static readonly FrozenDictionary<Roles, string> Codes =
        RoleNames.All.ToFrozenDictionary(role => role, role => JsonNamingPolicy.SnakeCaseUpper.ConvertName(role.ToString()));

    private static readonly FrozenDictionary<string, Roles> ByCode = Codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The code of one role.</summary>
    /// <param name="role">A single role that an account can hold.</param>
    public static string Of(Roles role) => Codes[role];

    /// <summary>The codes of some roles, in the bureau's order.</summary>
    /// <param name="roles">The roles.</param>
    public static IReadOnlyList<string> Each(Roles roles) => [.. RoleNames.Each(roles).Select(Of)];

    /// <summary>The role of a code; null when there is none.</summary>
    /// <param name="code">A code as <see cref="Of"/> gives it.</param>
    public static Roles? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var role) ? role : null;
}

/// <summary>Writes a set of roles into JSON as a list of codes.</summary>
public sealed class RolesConverter : JsonConverter<Roles>
{
    /// <inheritdoc/>
    public override Roles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is not JsonTokenType.StartArray)
        {
            throw new JsonException("Roles are a list of codes.");
        }

        var roles = Roles.None;
        while (reader.Read() && reader.TokenType is JsonTokenType.String)
        {
            roles |= RoleCodes.Find(reader.GetString()) ?? throw new JsonException($"There is no role '{reader.GetString()}'.");
        }

        return reader.TokenType is JsonTokenType.EndArray ? roles : throw new JsonException("Roles are a list of codes.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Roles value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var code in RoleCodes.Each(value))
        {
            writer.WriteStringValue(code);
        }

        writer.WriteEndArray();
    }
}
