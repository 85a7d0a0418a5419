using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Imports;

/// <summary>导入命令的入口.</summary>
public sealed class ImportDoor() : SubjectDoor<IImportGrain, ImportState, ImportCommand, ImportRow, ImportType>(
    Import.Concept, "importId", "导入编号. The id that POST /imports/… answered, or a node's id.", "import", "导入")
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = Query.KeyOf(given) ?? "";
        return key.Length > 0 ? null : new NotFound(Concept, given.Length > 60 ? given[..60] + "…" : given);
    }
}
