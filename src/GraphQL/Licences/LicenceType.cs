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
using ShuangDa.GraphQL.Sections;

namespace ShuangDa.GraphQL.Licences;

/// <summary>许可证. A licence or certificate under supervision.</summary>
[Name("Licence"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
[ReadableBy(Readers.Everyone, nameof(Id), nameof(Version))]
public sealed class LicenceType : HandledNode<LicenceRow, LicenceState>
{
    /// <summary>产品类别. The classes it covers, the main one first.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    [ReadableBy(Readers.Everyone)]
    public IDataLoaderResult<IReadOnlyList<ProductClassType>> ProductClasses(IResolveFieldContext field, [FromServices] Database database) => State is { } state
        ? Ready.With(ProductClassType.Of(state.ProductClasses))
        : ProductClassType.LoaderOf<LicenceProductClassRow>(field, database).LoadKnown(Subject);

    /// <summary>旧编号. Whether its number is of the form that food production licences had before SC.</summary>
    public bool IsOldNumber => LicenceNumber.Parse(Row.Number, out var number) is null && number.IsOld;

    /// <summary>长期. Whether it has no end; then 9999-12-31 is its last valid day.</summary>
    public bool IsLongTerm => Row.ValidTo == IsoDate.Of(LicenceTerm.LongTerm);

    /// <summary>有效期存疑. Whether its term is longer than the statute of its kind has it, as a register or a paper says it: to be looked
    /// into.</summary>
    public static bool IsTermInDoubt(LicenceState state) => state.IsTermInDoubt;

    /// <summary>产品名称. What it covers in the register's own words; null where its classes say all.</summary>
    public static string? Products(LicenceState state) => state.Details.Products;

    /// <summary>延续决定前继续有效. Whether renewal was applied for in time and is not decided, so that it stands after its last valid day (行政许可法
    /// 第五十条).</summary>
    public static bool StandsUntilDecided(LicenceState state) => state.StandsUntilDecided;

    /// <summary>暂扣案件. The number of the case whose decision suspends it, or null.</summary>
    public static string? SuspendedInCase(LicenceState state) => state.Suspension?.Case;

    /// <summary>企业终止日. The day on which its holder ended; null while it has not.</summary>
    public static DateOnly? HolderClosedOn(LicenceState state) => state.HolderClosedOn;

    /// <summary>正确编号. The number under which it is really registered, where it was entered under a mistyped one.</summary>
    public static string? EnteredRightAs(LicenceState state) => state.EnteredRightAs;

    /// <summary>原误登编号. The mistyped number under which it had been entered before.</summary>
    public static string? EnteredBeforeAs(LicenceState state) => state.EnteredBeforeAs;

    /// <summary>不予撤销. The day of the last request to withdraw it that the issuing authority declined, or null.</summary>
    public static DateOnly? WithdrawalDeclined(LicenceState state) => state.DeclinedRequest?.RequestedOn;

    /// <summary>持证企业. The enterprise that holds it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [ReadableBy(Readers.Everyone), Refers<EnterpriseType>(nameof(LicenceRow.Enterprise))]
    public IDataLoaderResult<EnterpriseType> Enterprise(IResolveFieldContext field, [FromServices] Database database, [FromServices] IGrainFactory grains) => State is not null
        ? Ready.When(EnterpriseType.FromGrainAsync(grains, Row.Enterprise))
        : EnterpriseType.LoaderOf(field, database).LoadKnown(Row.Enterprise);
}
