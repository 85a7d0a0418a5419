using GraphQL;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Imports;

namespace ShuangDa.GraphQL;

public sealed partial class Query
{
    /// <summary>导入. How far an import has come, with the counts of the moment.</summary>
    /// <param name="id">编号. The id that <c>POST /imports/…</c> answered, or a node's id.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="directory">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public static async Task<ImportType> Import([Id] string id, [FromServices] IGrainFactory grains, [FromServices] SubjectDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return KeyOf(id) is { } key
            && await directory.ExistsAsync(Grains.Imports.Import.Concept.Name, key).ConfigureAwait(false)
            && await grains.GetGrain<IImportGrain>(key).Progress().ConfigureAwait(false) is { } snapshot
            ? new ImportDoor().Show(snapshot)
            : throw new BadUserInput("没有这个导入", "There is no such import");
    }

    /// <summary>An import's key from either of its ids, or null.</summary>
    internal static string? KeyOf(string id)
    {
        var named = NodeIds.SubjectOf(id) is { } subject && SubjectKeys.Split(subject) is var (concept, inner) && concept == Grains.Imports.Import.Concept.Name ? inner : id;
        return Guid.TryParse(named, out var key) ? key.ToString("D") : null;
    }
}
