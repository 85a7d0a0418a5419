using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GraphQL;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>The enums of the program, the kinds of deadlines, which have their words in the same way, and the doc comments on both.</summary>
internal static partial class Enums
{
    private static readonly Assembly[] Assemblies = [typeof(Concept).Assembly, typeof(Query).Assembly];

    private static readonly Dictionary<string, string> Comments = Assemblies
        .SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
        .Where(member => member.Attribute("name")!.Value[2..].StartsWith("ShuangDa.", StringComparison.Ordinal))
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => Spaces().Replace(member.Element("summary")!.Value, " ").Trim());

    /// <summary>Every public enum, and every class of kinds of deadlines, each with its members.</summary>
    public static IReadOnlyList<(Type Type, IReadOnlyList<FieldInfo> Members)> All { get; } =
    [
        .. from assembly in Assemblies
           from type in assembly.GetTypes()
           let members = type is { IsEnum: true, IsPublic: true }
               ? type.GetFields(BindingFlags.Public | BindingFlags.Static)
               : type.GetFields().Where(field => field.IsDefined(typeof(DeadlineAttribute))).ToArray()
           where members.Length > 0
           orderby type.FullName
           select (type, (IReadOnlyList<FieldInfo>)members),
    ];

    /// <summary>The doc comment of a type.</summary>
    public static string Comment(Type type) => Comments[$"T:{type.FullName}"];

    /// <summary>The doc comment of a member; null where it has none.</summary>
    public static string? Comment(FieldInfo member) => Comments.GetValueOrDefault($"F:{member.DeclaringType!.FullName}.{member.Name}");

    /// <summary>Every name that a type or a member of it bears in the program, or a type in the API.</summary>
    public static IReadOnlySet<string> Names { get; } = NamesOf(_ => true);

    /// <summary>The same without enums.</summary>
    public static IReadOnlySet<string> NamesBesideEnums { get; } = NamesOf(type => !type.IsEnum);

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static HashSet<string> NamesOf(Func<Type, bool> counts) => Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && counts(type))
        .SelectMany(type => type.GetMembers(Declared)
            .Select(member => member.Name)
            .Append(type.Name.Split('`')[0])
            .Append(type.GetCustomAttribute<NameAttribute>()?.Name ?? ""))
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
