using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>文档注释. The doc comments of a type, of its properties and of the parameters it is made from, read from the file that the compiler puts beside the assembly: descriptions and code share one text.</summary>
internal static partial class DocComments
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = [];

    /// <summary>The summary of a type.</summary>
    /// <param name="type">The type.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(Type type) => TextOf(MemberOf(type).Element("summary")) ?? throw Missing(type.FullName!);

    /// <summary>The summary of a property or a field.</summary>
    /// <param name="member">The property or field.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(MemberInfo member)
    {
        var name = $"{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return TextOf(Files.GetOrAdd(member.DeclaringType.Assembly, Read).GetValueOrDefault($"{(member is FieldInfo ? 'F' : 'P')}:{name}")?.Element("summary")) ?? throw Missing(name);
    }

    /// <summary>What a type says of a parameter of its constructor.</summary>
    /// <param name="type">The type.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="InvalidOperationException">It says nothing.</exception>
    public static string Of(Type type, string parameter) =>
        TextOf(MemberOf(type).Elements("param").FirstOrDefault(one => one.Attribute("name")?.Value == parameter)) ?? throw Missing($"{type.FullName}({parameter})");

    private static XElement MemberOf(Type type) => Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault($"T:{type.FullName!.Replace('+', '.')}") ?? throw Missing(type.FullName!);

    private static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    private static string? TextOf(XElement? element) => element is null ? null : Spaces().Replace(string.Concat(element.Nodes().Select(TextOf)), " ").Trim();

    // A reference to another member is shown by the member's own name.
    private static string TextOf(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Value.Length: 0 } reference => reference.Attributes().First().Value.Split('.', ':')[^1],
        XElement element => element.Value,
        _ => "",
    };

    private static InvalidOperationException Missing(string of) => new($"{of} has no doc comment, which the schema shows.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
