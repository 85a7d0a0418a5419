using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Transport;

/// <summary>直接字段. A scalar that is at hand in its source: it needs no arguments, nothing of the request and no waiting.</summary>
/// <param name="read">Takes the value from the source.</param>
/// <param name="needs">Which properties of the row that the source shows it is made of; null where nobody knows.</param>
/// <param name="write">Writes the value as its type would, without making an object of it; null where there is no shorter way.</param>
internal sealed class PlainResolver(
    Func<object, object?> read, IReadOnlyList<string>? needs = null, Func<Utf8JsonWriter, object, WrittenCell>? write = null)
    : IFieldResolver
{
    /// <summary>Which properties of the row that the source shows it is made of; null where nobody knows.</summary>
    internal IReadOnlyList<string>? Needs => needs;

    /// <summary>Writes the value as its type would; null where there is no shorter way.</summary>
    internal Func<Utf8JsonWriter, object, WrittenCell>? Write => write;

    /// <summary>The value in a source.</summary>
    internal object? Read(object source) => read(source);

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) => new(read(context.Source!));
}

/// <summary>写出结果. What became of a cell that was to be written.</summary>
internal enum WrittenCell
{
    /// <summary>It must be written as its type says.</summary>
    Unwritten,

    /// <summary>It has no value.</summary>
    Nothing,

    /// <summary>It is written.</summary>
    Written,
}

/// <summary>所需的列. Which properties of its row a node's property is made of, so that a list need not read the others.</summary>
/// <param name="properties">The row's properties.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NeedsAttribute(params string[] properties) : Attribute
{
    /// <summary>The row's properties.</summary>
    public IReadOnlyList<string> Properties => properties;
}

/// <summary>直接字段标注. Finds the fields that are a property of their class and no more, while the schema is made.</summary>
internal sealed class PlainFieldVisitor : BaseSchemaNodeVisitor
{
    private static readonly ConcurrentDictionary<PropertyInfo, PlainResolver> Known = new();

    public override void VisitObjectFieldDefinition(FieldType field, IObjectGraphType type, ISchema schema)
    {
        if (field is { Resolver: MemberResolver, Arguments: null or { Count: 0 } }
            && field.ResolvedType is ScalarGraphType or NonNullGraphType { ResolvedType: ScalarGraphType }
            && SourceOf(type.GetType())?.GetProperties(BindingFlags.Public | BindingFlags.Instance).SingleOrDefault(property => IsShownAs(property, field.Name)) is { } property)
        {
            field.Resolver = Known.GetOrAdd(property, static property =>
                new PlainResolver(Compile(property), property.GetCustomAttribute<NeedsAttribute>()?.Properties));
        }
    }

    // A property that is shown under another name stays with the engine, which alone knows whose name is whose.
    private static bool IsShownAs(PropertyInfo property, string field) =>
        WireName.OfMember(property.Name) == field && !property.IsDefined(typeof(NameAttribute)) && !IsAwaited(property.PropertyType);

    private static bool IsAwaited(Type type) =>
        type.IsAssignableTo(typeof(Task)) || type.IsAssignableTo(typeof(IDataLoaderResult)) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static Type? SourceOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AutoRegisteringObjectGraphType<>))
                return type.GetGenericArguments()[0];
        }
        return null;
    }

    private static Func<object, object?> Compile(PropertyInfo property)
    {
        var source = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(source, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), source).Compile();
    }
}

/// <summary>已写出. What a resolver has written as JSON, with all that is below it.</summary>
internal interface IWritten
{
    /// <summary>The JSON; null where it was left to the engine.</summary>
    byte[]? Written { get; }
}

/// <summary>对象选择. The fields of a selection on one object type: the plain ones are read together, the others become nodes of the execution.</summary>
internal sealed class ObjectSelection(IReadOnlyList<Subfield> fields)
{
    private readonly Subfield[] all = [.. fields];
    private readonly Subfield[] others = [.. fields.Where(field => field.Plain is null)];

    internal ReadOnlySpan<Subfield> All => all;

    /// <summary>Gives an object what is below it: its plain values, and nodes for the rest.</summary>
    internal void Fill(ObjectExecutionNode parent)
    {
        var values = others.Length < all.Length && parent is PlannedObject ? Values(parent.Result!) : null;
        if (values is not null)
            ((PlannedObject)parent).Take(this, values);
        var wanted = values is null ? all : others;
        var nodes = wanted.Length == 0 ? [] : new ExecutionNode[wanted.Length];
        for (var at = 0; at < nodes.Length; at++)
            nodes[at] = wanted[at].Node(parent);
        parent.SubFields = nodes;
    }

    // What fails, or is absent where it must not be, is left to the engine, which says so at the field's place.
    private object?[]? Values(object source)
    {
        var values = new object?[all.Length];
        for (var at = 0; at < values.Length; at++)
        {
            if (all[at].Plain is not { } plain)
                continue;
            try
            {
                values[at] = all[at].Serialize(plain.Read(source));
            }
            catch (Exception)
            {
                return null;
            }
            if (values[at] is null && all[at].IsRequired)
                return null;
        }
        return values;
    }
}

/// <summary>对象节点. An object of a planned execution. Its plain values are at hand; only its other fields are nodes below it.</summary>
internal sealed class PlannedObject(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition, int? index)
    : ObjectExecutionNode(parent, type, field, definition, index)
{
    private object?[] values = [];

    /// <summary>The object as JSON, where its resolver has written it with all that is below it.</summary>
    internal byte[]? Written => (Result as IWritten)?.Written;

    /// <summary>The selection whose plain fields were read; null where all fields are nodes.</summary>
    internal ObjectSelection? Selection { get; private set; }

    internal object? ValueAt(int place) => values[place];

    internal void Take(ObjectSelection selection, object?[] read) => (Selection, values) = (selection, read);

    public override object? ToValue()
    {
        if (Written is { } written)
            return JsonElement.Parse(written);
        if (Selection is null || SubFields is null)
            return base.ToValue();
        var fields = new Dictionary<string, object?>();
        var node = 0;
        for (var at = 0; at < values.Length; at++)
        {
            var subfield = Selection.All[at];
            fields.Add(subfield.Name, subfield.Plain is null ? SubFields[node++].ToValue() : values[at]);
        }
        return fields;
    }
}
