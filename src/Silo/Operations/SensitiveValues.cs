using System.Text.RegularExpressions;
using Serilog.Core;
using Serilog.Events;

namespace ShuangDa.Silo.Operations;

/// <summary>敏感值. The last guard of the logs: values that are named like a secret or like a person's data are masked, whoever logged them, also within objects and lists; and passwords within texts that look like connection strings.</summary>
public sealed partial class SensitiveValues : ILogEventEnricher
{
    private static readonly ScalarValue Masked = new("***");

    // Parts of names; a property is masked when its name, without separators, contains one of them.
    private static readonly string[] Secret =
    [
        "password", "passwd", "pwd", "secret", "token", "authorization", "cookie", "apikey", "privatekey", "signingkey", "credential", "connectionstring",
        "phone", "mobile", "email", "idcard", "identitynumber", "personname", "fullname", "realname", "displayname", "legalrepresentative", "complainant", "reporter",
        "querystring", "requestbody",
    ];

    /// <inheritdoc/>
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        ArgumentNullException.ThrowIfNull(logEvent);
        List<LogEventProperty>? changed = null;
        foreach (var (name, value) in logEvent.Properties)
        {
            var masked = IsSecret(name) ? Masked : Mask(value);
            if (!ReferenceEquals(masked, value))
            {
                (changed ??= []).Add(new LogEventProperty(name, masked));
            }
        }

        foreach (var property in changed ?? [])
        {
            logEvent.AddOrUpdateProperty(property);
        }
    }

    /// <summary>Whether values of this name are masked.</summary>
    /// <param name="name">The name of a property.</param>
    public static bool IsSecret(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var bare = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Array.Exists(Secret, part => bare.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    private static LogEventPropertyValue Mask(LogEventPropertyValue value) => value switch
    {
        ScalarValue { Value: string text } when PasswordInText().IsMatch(text) => new ScalarValue(PasswordInText().Replace(text, "$1=***")),
        StructureValue structure when structure.Properties.Any(property => IsSecret(property.Name) || !ReferenceEquals(Mask(property.Value), property.Value)) =>
            new StructureValue(structure.Properties.Select(property => new LogEventProperty(property.Name, IsSecret(property.Name) ? Masked : Mask(property.Value))), structure.TypeTag),
        DictionaryValue dictionary when dictionary.Elements.Any(pair => IsSecretKey(pair.Key) || !ReferenceEquals(Mask(pair.Value), pair.Value)) =>
            new DictionaryValue(dictionary.Elements.Select(pair => KeyValuePair.Create(pair.Key, IsSecretKey(pair.Key) ? Masked : Mask(pair.Value)))),
        SequenceValue sequence when sequence.Elements.Any(element => !ReferenceEquals(Mask(element), element)) => new SequenceValue(sequence.Elements.Select(Mask)),
        _ => value,
    };

    private static bool IsSecretKey(ScalarValue key) => key.Value is string name && IsSecret(name);

    [GeneratedRegex("""\b(password|pwd)\s*=\s*("[^"]*"|'[^']*'|[^;\s]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PasswordInText();
}
