using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.ProductClasses;

/// <summary>产品类别. A class of products; fourteen key ones are those that the notice names (R2.1.1), an administrator adds others.</summary>
/// <param name="code">The code.</param>
/// <param name="row">Its row, where it is at hand.</param>
[Name("ProductClass"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
public sealed class ProductClassType(string code, ProductClassRow? row = null) : DatedListedNode(ProductClass.List, code, row)
{
    /// <summary>重点产品. Whether it is one of the campaign's key classes.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<bool> IsKey(IResolveFieldContext field) => Shown(field, static found => found is ProductClassRow { IsKey: true });

    /// <summary>别名. What registers and people call products of the class besides; it is found by them as by its name.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<string>> Aliases(IResolveFieldContext field) =>
        Shown(field, static IReadOnlyList<string> (found) => found is ProductClassRow row ? row.AliasList : []);

    /// <summary>The classes that subjects carry, those of a level with one query, the main class of each first.</summary>
    /// <typeparam name="TRow">The subjects' rows of classes.</typeparam>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the rows are.</param>
    internal static BatchLoader<string, IReadOnlyList<ProductClassType>> LoaderOf<TRow>(IResolveFieldContext field, Database database) where TRow : CarriedClassRow =>
        BatchLoader<string, IReadOnlyList<ProductClassType>>.Of(
            field,
            async (subjects, ending) =>
            {
                var rows = await database.RowsAsync(Ask<TRow>(subjects), ending).ConfigureAwait(false);
                var found = rows.ToLookup(row => row.Subject, row => row.Code);
                return subjects.ToDictionary(subject => subject, subject => Of(found[subject]));
            },
            typeof(TRow).Name);

    /// <summary>The question of the classes that some subjects carry, the main class of each first.</summary>
    /// <typeparam name="TRow">The subjects' rows of classes.</typeparam>
    /// <param name="subjects">The subjects' names.</param>
    internal static Question<TRow> Ask<TRow>(IReadOnlyCollection<string> subjects) where TRow : CarriedClassRow =>
        new("of subjects", [subjects], static (data, values) =>
        {
            var wanted = (IReadOnlyCollection<string>)values[0];
            return data.GetTable<TRow>().Where(row => wanted.Contains(row.Subject)).OrderBy(row => row.Place);
        });

    /// <summary>The class of a code; null where there is none.</summary>
    /// <param name="code">A code, or null.</param>
    internal static ProductClassType? Of(string? code) => code is null ? null : new ProductClassType(code);

    /// <summary>The classes of these codes.</summary>
    /// <param name="codes">Codes.</param>
    internal static IReadOnlyList<ProductClassType> Of(IEnumerable<string> codes) => [.. codes.Select(code => new ProductClassType(code))];
}
