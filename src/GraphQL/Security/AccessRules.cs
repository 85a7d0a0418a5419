using System.Collections.Frozen;
using System.Reflection;
using GraphQL;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Security;

/// <summary>
/// 权限表. Who may see and do what, as types, fields and columns say of themselves (<see cref="ReadableByAttribute"/>). A field of which nothing is said
/// stops the making of the schema, so nothing is open because it was forgotten. What a mutation needs is the <see cref="AllowedToAttribute"/> of its
/// command, which the grain asks too. tests/Api/Permissions.approved.txt shows the whole of it in one table.
/// </summary>
/// <remarks>What a partner agency's liaison officer sees of a list that concerns several agencies is the list's affair (<see cref="Caller.Agency"/>); here stands which fields exist for whom.</remarks>
public static class AccessRules
{
    private static readonly string[] Wrappings = ["Connection", "Edge", "Payload", "Error"];

    // Fields by type and name, types by their name alone.
    private static readonly FrozenDictionary<(string Type, string? Field), Access> Rules = Declared().ToFrozenDictionary(one => (one.Type, one.Field), one => one.Access);

    // Mutations that are put together from several commands: whoever may give those may use them.
    private static readonly FrozenDictionary<string, Type> CommandsBehind = typeof(Mutation).GetMethods()
        .Where(method => method.IsDefined(typeof(GivesAttribute)))
        .ToFrozenDictionary(method => WireName.OfMember(method.Name), method => method.GetCustomAttribute<GivesAttribute>()!.Command);

    private static readonly FrozenDictionary<string, Type> Commands = typeof(Command).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && !type.IsGenericTypeDefinition)
        .GroupBy(OfferedAsAttribute.NameOf)
        .Where(named => named.Count() == 1)
        .ToFrozenDictionary(named => named.Key, named => named.Single());

    private static IEnumerable<(string Type, string? Field, Access Access)> Declared() =>
        from type in typeof(AccessRules).Assembly.GetTypes()
        from name in NamesOf(type)
        from said in DeclaredBy(type)
        select (name, said.Field, Of(said.Readers));

    // What a shared base says of a field holds for whoever inherits it, where the type says nothing of it itself.
    private static IEnumerable<(string? Field, Readers Readers)> DeclaredBy(Type type)
    {
        var own = SaidByType(type)
            .Concat(SaidOfMembers(type, member => member.DeclaringType == type))
            .Concat(type.IsAssignableTo(typeof(INode)) && RowFields.RowOf(type) is { IsGenericParameter: false } row
                ? RowFields.SaidBy(row).Select(said => (Field: (string?)said.Field, said.Readers))
                : [])
            .ToList();
        var told = own.Select(said => said.Field).ToHashSet();
        return own.Concat(SaidOfMembers(type, member => member.DeclaringType is { IsConstructedGenericType: true })
            .Where(said => !told.Contains(said.Field)));
    }

    private static IEnumerable<(string? Field, Readers Readers)> SaidByType(Type type) =>
        from said in type.GetCustomAttributes<ReadableByAttribute>()
        from field in said.Members.Count == 0 ? [null] : said.Members.Select(member => (string?)WireName.OfMember(member))
        select (field, said.Readers);

    private static IEnumerable<(string? Field, Readers Readers)> SaidOfMembers(Type type, Func<MemberInfo, bool> isMeant) =>
        from member in type.GetMembers()
        where isMeant(member) && member is MethodInfo or PropertyInfo
        from said in member.GetCustomAttributes<ReadableByAttribute>()
        select (Field: (string?)WireName.OfMember(member.Name), said.Readers);

    // What is known of a past day is named after whose it is.
    private static IEnumerable<string> NamesOf(Type type) => type.IsGenericTypeDefinition
        ? type == typeof(AsOf<>) ? NodeInterface.Implementations.Select(RowFields.RowOf).OfType<Type>().Where(RowFields.HasPast).Select(row => $"{RowNames.Of(row).Name}AsOf") : []
        : [type.GetCustomAttribute<NameAttribute>()?.Name ?? type.Name];

    private static Access Of(Readers readers) => readers switch
    {
        Readers.SignedIn => Access.SignedIn,
        Readers.Everyone => Access.Everyone,
        Readers.Working => Access.Working,
        Readers.Bureau => Access.Bureau,
        Readers.Oversight => Access.Oversight,
        _ => throw new InvalidOperationException($"Nobody is {readers}."),
    };

    /// <summary>Whether a type only wraps what it leads to, which has rules of its own: connections, edges, payloads and errors.</summary>
    /// <param name="type">The type's name.</param>
    public static bool IsWrapping(string type) => Wrappings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>The fields and types that the table names.</summary>
    public static IEnumerable<string> Named => Rules.Keys.Select(one => one.Field is null ? one.Type : $"{one.Type}.{one.Field}");

    /// <summary>Who may use a field; null when nothing says so.</summary>
    /// <param name="type">The object type or interface.</param>
    /// <param name="field">The field.</param>
    public static Access? For(string type, string field) =>
        Rules.GetValueOrDefault((type, field))
        ?? (type == "Mutation" ? ForMutation(field) : null)
        ?? Rules.GetValueOrDefault((type, null))
        ?? (IsWrapping(type) ? Access.SignedIn : null);

    /// <summary>Whether an object of this type may be read at all by these roles; for <c>node(id:)</c>, which names no field of the type.</summary>
    /// <param name="type">The object type.</param>
    /// <param name="held">The roles that the caller holds.</param>
    public static bool MayRead(string type, Roles held) => For(type, "id")?.Admits(held) == true;

    // The own password is the one thing that somebody who has to change it may do.
    private static Access? ForMutation(string field) => field == "changeMyPassword"
        ? Access.SignedIn
        : (CommandsBehind.GetValueOrDefault(field) ?? Commands.GetValueOrDefault(field)) is { } command && (AllowedToAttribute.Of(command) & Roles.Everyone) is not Roles.None and var roles
            ? new Access(roles)
            : null;
}

/// <summary>所发命令. The command that a mutation gives several times: whoever may give it may use the mutation.</summary>
/// <param name="command">The command's type.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GivesAttribute(Type command) : Attribute
{
    /// <summary>命令. The command's type.</summary>
    public Type Command => command;
}
