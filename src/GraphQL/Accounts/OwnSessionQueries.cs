using GraphQL;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>可用操作. The names of the queries and mutations that the caller may use, and importEnterprises and importLicences for the registers that the caller may bring, so that a client offers nothing that would be refused for want of a role.</summary>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.SignedIn)]
    public static IReadOnlyList<string> Allowed(IResolveFieldContext field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var held = Caller.Required(field.User).Roles;
        return
        [
            .. field.Schema.Query.Fields.Concat(field.Schema.Mutation?.Fields ?? [])
                .Where(one => Access.Of(one)?.Admits(held) == true)
                .Select(one => one.Name)
                // A register is brought to an address of its own.
                .Concat(Enum.GetValues<RegisterKind>().Where(register => (QueueImport.AllowedTo(register) & held) != 0).Select(register => $"import{register}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>当前时刻. The instant by the clock that deadlines are counted by (UTC); in a simulation it is not the caller's.</summary>
    /// <param name="time">Given by the engine.</param>
    [ReadableBy(Readers.SignedIn)]
    public static DateTimeOffset Now([FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.GetUtcNow();
    }
}
