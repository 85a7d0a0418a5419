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
    public static string Of(Type type) => TextOf(MemberOf(type)?.Element("summary")) ?? throw Missing(type.FullName!);

    /// <summary>The summary of a property or a field.</summary>
    /// <param name="member">The property or field.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string Of(MemberInfo member) => TextOf(MemberOf(member)?.Element("summary")) ?? throw Missing(NameOf(member));

    /// <summary>What a type says of a parameter of its constructor.</summary>
    /// <param name="type">The type.</param>
    /// <param name="parameter">The parameter's name.</param>
    /// <exception cref="InvalidOperationException">It says nothing.</exception>
    public static string Of(Type type, string parameter) =>
        TextOf(ParameterOf(type, parameter)) ?? throw Missing($"{type.FullName}({parameter})");

    /// <summary>What is said of a type, a property, a field or a method, as it is written; null where nothing is.</summary>
    /// <param name="member">The type, property, field or method.</param>
    public static string? Written(MemberInfo member) => TextOrNull(MemberOf(member)?.Element("summary"));

    /// <summary>What a method says of a parameter, as it is written; null where it says nothing.</summary>
    /// <param name="parameter">The parameter.</param>
    public static string? Written(ParameterInfo parameter) => TextOrNull(ParameterOf(parameter.Member, parameter.Name!));

    private static XElement? ParameterOf(MemberInfo member, string name) => MemberOf(member)?.Elements("param").FirstOrDefault(one => one.Attribute("name")?.Value == name);

    // A comment that goes over several lines is one text.
    private static string? TextOrNull(XElement? element) =>
        element?.Value.Trim() is { Length: > 0 } text ? string.Join(' ', text.Split('\n').Select(line => line.Trim())) : null;

    private static XElement? MemberOf(MemberInfo member) => Files.GetOrAdd(member.Module.Assembly, Read).GetValueOrDefault(NameOf(member));

    // The name that the compiler gives a member in its file of doc comments.
    private static string NameOf(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType!;
        var name = type.FullName!.Replace('+', '.');
        return member switch
        {
            Type => $"T:{name}",
            FieldInfo => $"F:{name}.{member.Name}",
            MethodInfo method when method.GetParameters() is { Length: > 0 } parameters => $"M:{name}.{member.Name}({string.Join(',', parameters.Select(one => NameOf(one.ParameterType)))})",
            MethodInfo => $"M:{name}.{member.Name}",
            _ => $"P:{name}.{member.Name}",
        };
    }

    private static string NameOf(Type type)
    {
        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[]";
        }

        if (!type.IsGenericType)
        {
            return type.FullName!.Replace('+', '.');
        }

        var open = type.GetGenericTypeDefinition().FullName!.Replace('+', '.');
        return $"{open[..open.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(NameOf))}}}";
    }

    // An assembly of the framework has no such file.
    private static Dictionary<string, XElement> Read(Assembly assembly) =>
        Path.ChangeExtension(assembly.Location, ".xml") is var file && File.Exists(file)
            ? XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value)
            : [];

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
