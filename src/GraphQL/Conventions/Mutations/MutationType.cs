using System.Globalization;
using System.Reflection;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using ShuangDa.GraphQL.Security;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.GraphQL.Conventions.Mutations;

/// <summary>变更. The mutations: one for each command that people may give, made from its record, and the few that are put together from several commands.</summary>
internal sealed class MutationType : AutoRegisteringObjectGraphType<Mutation>
{
    /// <summary>The doors of all concepts.</summary>
    public static IReadOnlyList<CommandDoor> Doors { get; } =
    [
        .. typeof(CommandDoor).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(CommandDoor)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (CommandDoor)Activator.CreateInstance(type)!),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<FieldType> ProvideFields() => base.ProvideFields().Concat(Doors.SelectMany(door => Offered(door.Commands).Select(command => FieldOf(door, command))));

    /// <summary>The commands of a concept that have a mutation: those that people may give, and not only through another step.</summary>
    /// <param name="commands">The base of the concept's commands.</param>
    public static IEnumerable<Type> Offered(Type commands) => commands.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(commands) && !type.IsAbstract && (AllowedToAttribute.Of(type) & Roles.Everyone) != Roles.None && !type.IsDefined(typeof(NotOfferedAttribute), inherit: false))
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static FieldType FieldOf(CommandDoor door, Type command)
    {
        var name = OfferedAsAttribute.NameOf(command);
        var typeName = char.ToUpperInvariant(name[0]) + name[1..];
        var description = DocComments.Of(command);
        var input = CommandInput.Of(command);
        var field = new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = new NonNullGraphType(PayloadOf(door, command, typeName, description)),
            Arguments = new QueryArguments(new QueryArgument(new NonNullGraphType(InputOf(door, command, input, typeName, description))) { Name = "input", Description = "What is asked." }),
            Resolver = new FuncFieldResolver<object>(async context =>
            {
                var given = (IDictionary<string, object?>)context.Arguments!["input"].Value!;
                var commandId = given.TryGetValue(CommandInput.CommandId, out var id) ? (Guid?)id : null;
                var isPreview = given.TryGetValue(CommandInput.Preview, out var preview) && preview is true;
                return await door.GiveAsync(context, KeyIn(given, door), key => input.Make(Normalised(given, door.Key, key)), commandId, isPreview)
                    .ConfigureAwait(false);
            }),
        };
        if (input.Price is { } price)
        {
            new PriceAttribute(price).Modify(field, isInputType: false);
        }

        return field;
    }

    private static string? KeyIn(IDictionary<string, object?> given, CommandDoor door) => given.TryGetValue(door.Key, out var key) ? Convert.ToString(key, CultureInfo.InvariantCulture) : null;

    // What names the subject comes to the command in the one form that it has, where the command says it too.
    private static IDictionary<string, object?> Normalised(IDictionary<string, object?> given, string name, string? key) =>
        key is not null && given.TryGetValue(name, out var typed) && typed is string ? new Dictionary<string, object?>(given) { [name] = key } : given;

    private static InputObjectGraphType InputOf(CommandDoor door, Type command, CommandInput input, string typeName, string description)
    {
        var (term, rest) = CommandInput.Parts(description);
        var type = new InputObjectGraphType { Name = $"{typeName}Input", Description = $"{term}的输入. {rest}".TrimEnd() };
        var creates = command.GetCustomAttribute<CreatesAttribute>(inherit: false);
        if (!input.Asks(door.Key) && (creates is null || creates.UnlessNumbered || !door.DrawsKey))
        {
            type.AddField(new FieldType { Name = door.Key, Description = door.KeyDescription, Type = creates is { UnlessNumbered: true } ? typeof(StringGraphType) : typeof(NonNullGraphType<StringGraphType>) });
        }

        foreach (var field in input.Fields())
        {
            type.AddField(field);
        }

        return type;
    }

    private static ObjectGraphType<CommandAnswer> PayloadOf(CommandDoor door, Type command, string typeName, string description)
    {
        var type = new ObjectGraphType<CommandAnswer> { Name = $"{typeName}Payload", Description = $"{CommandInput.Parts(description).Term}的结果. As it stands afterwards, or why not." };
        type.AddField(new FieldType
        {
            Name = door.Subject.Field,
            Description = $"{door.Subject.Term}. As the command left it; null when there is none.",
            Type = typeof(GraphQLClrOutputTypeReference<>).MakeGenericType(door.Node),
            Resolver = new FuncFieldResolver<CommandAnswer, object>(field => field.Source.Node),
        });
        type.AddField(new FieldType
        {
            Name = "errors",
            Description = "错误. Why not; null when it was done.",
            Type = typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(typeof(ErrorUnion<>).MakeGenericType(command))),
            Resolver = new FuncFieldResolver<CommandAnswer, IReadOnlyList<Refusal>>(field => field.Source.Errors),
        });
        return type;
    }
}
