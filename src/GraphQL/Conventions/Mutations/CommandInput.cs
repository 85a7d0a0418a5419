using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Reflection;
using GraphQL.Types;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>
/// 命令的输入. How a command is asked for: a field for each parameter in the order in which the command has them, then
/// the command's id and the expected version; and how the command is made from what was given. Worked out once for each command.
/// </summary>
internal sealed class CommandInput
{
    /// <summary>The field of the command's id.</summary>
    public const string CommandId = "commandId";

    /// <summary>The field that says whether it is only asked what would come of the command.</summary>
    public const string Preview = "preview";

    private const string ExpectedVersion = "expectedVersion";

    /// <summary>The field of the day on which it was done.</summary>
    public const string On = "on";

    private const string OnTerm = "办理日期";

    private static readonly ConcurrentDictionary<Type, CommandInput> All = [];

    private readonly Asked[] _fields;
    private readonly Func<IDictionary<string, object?>, Command> _make;
    private readonly bool _isDated;

    private CommandInput(Type command)
    {
        var fields = new List<Asked>();
        var given = Expression.Parameter(typeof(IDictionary<string, object?>), "given");
        _make = Expression.Lambda<Func<IDictionary<string, object?>, Command>>(
            Expression.MemberInit(
                Made(command, given, fields, null),
                Given(nameof(Command.ExpectedVersion), ExpectedVersion, typeof(int?)),
                Given(nameof(Command.On), On, typeof(DateOnly?))),
            given).Compile();
        _fields = [.. fields];
        _isDated = command.IsDefined(typeof(DatedAttribute), inherit: false);

        MemberAssignment Given(string property, string field, Type type) =>
            Expression.Bind(
                command.GetProperty(property)!,
                Expression.Convert(Expression.Call(Lookup, given, Expression.Constant(field)), type));
    }

    private static MethodInfo Lookup { get; } = typeof(CommandInput).GetMethod(nameof(ValueOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    private static MethodInfo Reading { get; } = typeof(CommandInput).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;

    /// <summary>The price of the command, in objects: that of its dearest parameter; null where there is none.</summary>
    public double? Price => _fields.Max(one => one.Kind.Price);

    /// <summary>How a command is asked for.</summary>
    /// <param name="command">The command's type.</param>
    public static CommandInput Of(Type command) => All.GetOrAdd(command, static type => new CommandInput(type));

    /// <summary>The first word of a description: what it is called in Chinese.</summary>
    /// <param name="description">The description.</param>
    public static (string Term, string Meaning) Parts(string description) =>
        description.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? (description[..end], description[(end + 2)..]) : (description.TrimEnd('.'), "");

    /// <summary>Whether the command has a field of this name itself, so that its subject's key is among what it says.</summary>
    /// <param name="name">The name.</param>
    public bool Asks(string name) => Array.Exists(_fields, field => field.Name == name);

    /// <summary>The same refusal with the field that it is about in its sentence, by the word that schema and forms have for it.</summary>
    /// <param name="refused">What is wrong.</param>
    public InvalidInput Naming(InvalidInput refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        if (TermOf(refused.Field.Split('.')) is not { } term || refused.Problem.Contains(term, StringComparison.Ordinal))
        {
            return refused;
        }

        var isPredicate = refused.Problem.StartsWith("不能", StringComparison.Ordinal);
        return refused with { Problem = isPredicate ? term + refused.Problem : $"{term}：{refused.Problem}" };
    }

    // Of a part, such as lines[0].unitPriceCny, the part's own word: which of them it is the field says.
    private string? TermOf(string[] path)
    {
        if (path is [On])
        {
            return OnTerm;
        }

        if (Array.Find(_fields, field => field.Name == Bare(path[0])) is not { } asked)
        {
            return null;
        }

        var (term, of) = (Parts(asked.Description).Term, asked.Parameter.ParameterType);
        foreach (var inner in path[1..])
        {
            var part = CommandParts.MemberOf(of) ?? Nullable.GetUnderlyingType(of) ?? of;
            if (CommandParts.ParametersOf(part).FirstOrDefault(one => NameOf(one) == Bare(inner)) is not { } parameter)
            {
                return term;
            }

            (term, of) = (Parts(DocComments.Of(part, parameter.Name!)).Term, parameter.ParameterType);
        }

        return term;

        static string Bare(string step) => step.IndexOf('[', StringComparison.Ordinal) is > 0 and var end ? step[..end] : step;
    }

    /// <summary>The field by which a parameter is asked for.</summary>
    /// <param name="parameter">A parameter of a command, or of a part of one.</param>
    public static string NameOf(ParameterInfo parameter)
    {
        var bare = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.GetCustomAttribute<OfferedAsAttribute>()?.Name
            ?? ParameterKinds.Of(CommandParts.MemberOf(bare) ?? bare).NameOf(WireName.OfMember(parameter.Name!));
    }

    /// <summary>The fields of the input.</summary>
    public IEnumerable<FieldType> Fields()
    {
        foreach (var field in _fields)
        {
            var asked = new FieldType { Name = field.Name, Description = field.Description, Type = field.IsRequired ? typeof(NonNullGraphType<>).MakeGenericType(field.GraphType) : field.GraphType };
            LengthVisitor.Note(asked, field.Parameter);
            yield return asked;
        }

        if (_isDated)
        {
            yield return new FieldType
            {
                Name = On,
                Description = OnTerm + ". The day it was done, where it is entered later; today when left out. "
                    + "Not after today, nor before what it follows.",
                Type = typeof(DateScalar),
            };
        }

        yield return new FieldType
        {
            Name = CommandId,
            Description = "命令编号. A UUID; the same again gets the first answer again and changes nothing.",
            Type = typeof(UuidScalar),
        };
        yield return new FieldType
        {
            Name = ExpectedVersion,
            Description = "预期版本. The version you have seen; another is a VersionConflictError.",
            Type = typeof(IntGraphType),
        };
        yield return new FieldType
        {
            Name = Preview,
            Description = "预览. Whether only to say what would happen, by the same law; nothing is done then, and the subject is answered as it is.",
            Type = typeof(BooleanGraphType),
        };
    }

    /// <summary>The command that was asked for.</summary>
    /// <param name="given">The input's fields as the engine read them.</param>
    public Command Make(IDictionary<string, object?> given) => _make(given);

    private static NewExpression Made(Type type, ParameterExpression given, List<Asked> fields, string? demanded)
    {
        var constructor = CommandParts.ConstructorOf(type)!;
        return Expression.New(constructor, constructor.GetParameters().Select(parameter => Argument(parameter, type, given, fields, parameter.Name == demanded)));
    }

    private static Expression Argument(ParameterInfo parameter, Type of, ParameterExpression given, List<Asked> fields, bool isDemanded)
    {
        var type = parameter.ParameterType;
        if (parameter.IsDefined(typeof(NotOfferedAttribute)))
        {
            return Expression.Constant(parameter.DefaultValue, type);
        }

        if (type.IsDefined(typeof(SpreadAttribute)))
        {
            return Made(type, given, fields, parameter.GetCustomAttribute<DemandsAttribute>()?.Part);
        }

        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var member = CommandParts.MemberOf(bare);
        var kind = ParameterKinds.Of(member ?? bare);
        var isRequired = isDemanded || !parameter.IsOptional && new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.Nullable;
        var asked = kind.GraphTypeOf(member ?? bare);
        var name = NameOf(parameter);
        fields.Add(new Asked(name, DocComments.Of(of, parameter.Name!), member is null ? asked : typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(asked)), isRequired, kind, parameter));

        // What was left out is what the command takes without being told: its own default, or an empty list, or nothing.
        var left = parameter.HasDefaultValue && parameter.DefaultValue is not null ? parameter.DefaultValue
            : member is not null && Nullable.GetUnderlyingType(type) is null ? bare.GetField(nameof(ImmutableArray<int>.Empty))!.GetValue(null)
            : type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type)
            : null;
        if (left is not null && bare.IsEnum && left.GetType() != bare)
        {
            left = Enum.ToObject(bare, left);
        }

        var read = (Func<object, string, object>)(member is null ? kind.Read : ListOf(kind, member));
        return Expression.Convert(Expression.Call(Reading, given, Expression.Constant(name), Expression.Constant(read), Expression.Constant(left, typeof(object))), type);
    }

    private static Func<object, string, object> ListOf(ParameterKind kind, Type member)
    {
        var maker = typeof(CommandInput).GetMethod(nameof(MakerOf), BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(member);
        var make = (Func<IEnumerable<object>, object>)maker.Invoke(null, null)!;
        return (given, field) => make(((System.Collections.IEnumerable)given).Cast<object>().Select(one => kind.Read(one, field)));
    }

    private static Func<IEnumerable<object>, object> MakerOf<T>() => static members => members.Cast<T>().ToImmutableArray();

    private static object? ValueOf(IDictionary<string, object?> given, string name) => given.TryGetValue(name, out var value) ? value : null;

    private static object? Read(IDictionary<string, object?> given, string name, Func<object, string, object> read, object? left) =>
        ValueOf(given, name) is { } value ? read(value, name) : left;

    private sealed record Asked(string Name, string Description, Type GraphType, bool IsRequired, ParameterKind Kind, ParameterInfo Parameter);
}
