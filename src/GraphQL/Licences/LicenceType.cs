using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Enterprises;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证. A licence or certificate under supervision.</summary>
[Name("Licence"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
[ReadableBy(Readers.Everyone, nameof(Id), nameof(Version))]
public sealed class LicenceType : ClockedNode<LicenceRow, LicenceState>
{
    /// <summary>产品类别. The classes it covers, the main one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => State is { } state
        ? Ready.With(ProductClassType.Of(state.ProductClasses))
        : ProductClassType.LoaderOf<LicenceProductClassRow>(field, database).LoadKnown(Subject);

    /// <summary>持证企业. The enterprise that holds it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [ReadableBy(Readers.Everyone), Refers<EnterpriseType>(nameof(LicenceRow.Enterprise))]
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database, [FromServices] IGrainFactory grains) => State is not null
        ? Ready.When(EnterpriseType.FromGrainAsync(grains, Row.Enterprise))
        : EnterpriseType.LoaderOf(field, database).LoadKnown(Row.Enterprise);
}
