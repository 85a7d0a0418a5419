using System.Text.Json;
using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>A field of a command's form, as the dashboard draws it.</summary>
/// <param name="Name">Its name in the input.</param>
/// <param name="Type">Its type in the schema.</param>
/// <param name="IsList">Whether it takes several.</param>
/// <param name="IsRequired">Whether the form is not taken without it.</param>
/// <param name="Label">What it is called on the page.</param>
/// <param name="Longest">The most characters, or 0.</param>
internal sealed record FormField(string Name, string Type, bool IsList, bool IsRequired, string Label, int Longest);

/// <summary>The dashboard's own register of command forms, which its build makes from the schema.</summary>
internal static class DashboardForms
{
    private static readonly JsonElement Commands = Read("commands");
    private static readonly JsonElement Terms = Read("terms");

    /// <summary>The names of all commands that have a form.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Commands.EnumerateObject().Select(one => one.Name)];

    /// <summary>What a command is called on the page.</summary>
    public static string TitleOf(string command) => Commands.GetProperty(command).GetProperty("zh").GetString()!;

    /// <summary>The fields of a command.</summary>
    public static IReadOnlyList<FormField> FieldsOf(string command) =>
    [
        .. Commands.GetProperty(command).GetProperty("fields").EnumerateArray()
            .Select(one => new FormField(
                one.GetProperty("name").GetString()!, one.GetProperty("type").GetString()!, one.GetProperty("list").GetBoolean(), one.GetProperty("required").GetBoolean(), one.GetProperty("zh").GetString()!,
                one.GetProperty("longest").GetInt32()))
            .Where(one => one.Name is not ("commandId" or "expectedVersion") && !one.Type.EndsWith("Input", StringComparison.Ordinal)),
    ];

    /// <summary>Whether a type is an enum, whose values are chosen by their terms.</summary>
    public static bool IsEnum(string type) => Terms.TryGetProperty(type, out _);

    /// <summary>The Chinese term of an enum's value; of the first value where none is given.</summary>
    public static string TermOf(string type, string? value) =>
        (value is null ? Terms.GetProperty(type).EnumerateObject().First().Value : Terms.GetProperty(type).GetProperty(value))[0].GetString()!;

    /// <summary>All values of an enum.</summary>
    public static IEnumerable<string> ValuesOf(string type) => Terms.GetProperty(type).EnumerateObject().Select(one => one.Name);

    private static JsonElement Read(string name) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Dashboard/generated", $"{name}.json"))).RootElement;
}
