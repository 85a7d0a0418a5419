using GraphQL;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Sections;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>责任科室名录. The bureau's sections: those that the notice names first, then the others by code. Closed ones are there, because records carry their codes.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public static async Task<IReadOnlyList<SectionType>> Sections(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. (await Section.List.ReadAsync(database, field.CancellationToken).ConfigureAwait(false)).Select(row => new SectionType(row))];
    }
}
