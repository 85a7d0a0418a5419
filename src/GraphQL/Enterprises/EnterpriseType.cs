using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Areas;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Licences;
using ShuangDa.GraphQL.ProductClasses;
using ShuangDa.GraphQL.Rectifications;
using ShuangDa.GraphQL.Transport;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Cases;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>企业. An enterprise under supervision.</summary>
[Name("Enterprise"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
[ReadableBy(Readers.Everyone, nameof(Id), nameof(Version))]
public sealed class EnterpriseType : SubjectNode<EnterpriseRow, EnterpriseState>
{
    /// <summary>产品类别. What it makes, the main class first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => State is { } state
        ? Ready.With(ProductClassType.Of(state.ProductClasses))
        : ProductClassType.LoaderOf<EnterpriseProductClassRow>(field, database).LoadKnown(Subject);

    /// <summary>所在区域. The area in which its address lies, or null.</summary>
    [ReadableBy(Readers.Everyone)]
    public AreaType? Area => Row.Area is { } code ? new AreaType(code) : null;

    /// <summary>许可证. Its licences, by filter and order.</summary>
    /// <param name="licences">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public Task<Connection<LicenceType>> Licences(Listing<LicenceRow, LicenceType> licences)
    {
        ArgumentNullException.ThrowIfNull(licences);
        var code = Row.CreditCode;
        return licences.ReadAsync(row => row.Enterprise == code);
    }

    /// <summary>检查. Its inspections, by filter and order.</summary>
    /// <param name="inspections">Given by the engine.</param>
    public Task<Connection<InspectionType>> Inspections(Listing<InspectionRow, InspectionType> inspections)
    {
        ArgumentNullException.ThrowIfNull(inspections);
        var code = Row.CreditCode;
        return inspections.ReadAsync(row => row.Enterprise == code);
    }

    /// <summary>整改. The orders it was given, by filter and order.</summary>
    /// <param name="rectifications">Given by the engine.</param>
    public Task<Connection<RectificationType>> Rectifications(Listing<RectificationRow, RectificationType> rectifications)
    {
        ArgumentNullException.ThrowIfNull(rectifications);
        var code = Row.CreditCode;
        return rectifications.ReadAsync(row => row.Enterprise == code);
    }

    /// <summary>往日. What was known of it, its licences and the orders against it at the end of a day; null when nothing was known yet.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="on">日期. The day (Asia/Shanghai), taken to its end; not after today.</param>
    /// <param name="time">Given by the engine.</param>
    [Price(PriceAttribute.Read)]
    public Task<EnterpriseAsOfType?> AsOf(IResolveFieldContext field, [FromServices] Database database, DateOnly on, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(time);
        if (on > ShanghaiTime.DayOf(time.GetUtcNow()))
        {
            throw new BadUserInput($"{IsoDate.Of(on)}尚未到来，只能查往日", $"{IsoDate.Of(on)} is still to come; only days that have been can be asked for");
        }

        return EnterpriseAsOfType.ReadAsync(database, Subject, on, field.CancellationToken);
    }

    /// <summary>案件. The cases in which it is a party, the first or a further one, by filter and order.</summary>
    /// <param name="cases">Given by the engine.</param>
    public Task<Connection<CaseType>> Cases(Listing<CaseRow, CaseType> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var itself = new ListFilter(All: null, None: null, Some: new StringFilter(Eq: Row.CreditCode), Any: null);
        return cases.ReadAsync(new RowFilter<CaseRow>(new Dictionary<string, object?> { ["partyCreditCodes"] = itself }));
    }

    /// <summary>An enterprise from its grain, for what was itself read from one.</summary>
    /// <param name="grains">Where grains are found.</param>
    /// <param name="creditCode">A registered enterprise's code.</param>
    internal static async Task<EnterpriseType> FromGrainAsync(IGrainFactory grains, string creditCode) =>
        await FindInGrainAsync(grains, creditCode).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"A subject names {creditCode}, which is not registered.");

    /// <summary>An enterprise from its grain, for what was itself read from one; null when it is not registered.</summary>
    /// <param name="grains">Where grains are found.</param>
    /// <param name="creditCode">The code.</param>
    internal static async Task<EnterpriseType?> FindInGrainAsync(IGrainFactory grains, string creditCode) =>
        await grains.GetGrain<IEnterpriseGrain>(creditCode).Read().ConfigureAwait(false) is { } snapshot
            ? new EnterpriseDoor().Show(snapshot) : null;

    /// <summary>An enterprise that another subject names: from its grain where that was itself read from one, else together with the others
    /// that the same level asks for; null where it names none.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the table is.</param>
    /// <param name="grains">Where grains are found; null where a table is asked.</param>
    /// <param name="creditCode">The code, or null.</param>
    internal static IDataLoaderResult<EnterpriseType?> Load(
        IResolveFieldContext field, Database database, IGrainFactory? grains, string? creditCode) =>
        creditCode is not { } code ? Ready.With<EnterpriseType?>(null)
        : grains is not null ? Ready.When(FindInGrainAsync(grains, code))
        : LoaderOf(field, database).Load(code);

    /// <summary>Enterprises by their codes, a level of a list with one query.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the table is.</param>
    internal static BatchLoader<string, EnterpriseType> LoaderOf(IResolveFieldContext field, Database database) =>
        BatchLoader<string, EnterpriseType>.Of(field, async (codes, ending) =>
        {
            var subjects = codes.Select(code => SubjectKeys.Of(Enterprise.Concept.Name, code)).ToArray();
            var rows = await database.RowsAsync(Subjects.Of<EnterpriseRow>(subjects), ending).ConfigureAwait(false);
            return rows.ToDictionary(row => row.CreditCode, row => new EnterpriseType { Row = row });
        });
}
