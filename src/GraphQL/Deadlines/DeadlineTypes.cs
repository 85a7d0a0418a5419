using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Journal;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Deadlines;

/// <summary>期限. Something that is owed at an instant.</summary>
[Name("Deadline")]
public sealed class DeadlineType : IResumableEvent
{
    private readonly string _subject;
    private readonly string _kind;
    private readonly string? _section;

    /// <summary>A deadline in the due index.</summary>
    /// <param name="row">Its row.</param>
    public DeadlineType(DeadlineRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        (_subject, _kind, DueAt, Rule, _section) = (row.Subject, row.Kind, DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt), row.Rule, row.Section);
    }

    private DeadlineType(string subject, OpenDeadline deadline) =>
        (_subject, _kind, DueAt, Rule, _section) = (subject, deadline.Kind, deadline.DueAt, deadline.Rule, deadline.Section);

    /// <inheritdoc/>
    [Ignore]
    public string? EventId { get; private init; }

    /// <summary>种类. What is owed.</summary>
    public DeadlineKind Kind => DeadlineKinds.Of(_kind);

    /// <summary>到期时刻. When; the end of a last day is the first instant of the next.</summary>
    public DateTimeOffset DueAt { get; }

    /// <summary>规则. The rule and its article.</summary>
    public string Rule { get; }

    /// <summary>责任科室. The section that answers for it.</summary>
    public string? Section => _section;

    /// <summary>已逾期. Whether it is past and still open.</summary>
    /// <param name="time">Given by the engine.</param>
    public bool Lapsed([FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DueAt <= time.GetUtcNow();
    }

    /// <summary>主体. Whose deadline it is.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.Load(field, _subject)!;
    }

    /// <summary>A deadline that has lapsed, as a subscriber is told of it.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="deadline">The deadline.</param>
    /// <param name="cursor">Where a subscriber resumes after it; null where one cannot.</param>
    internal static DeadlineType Lapsed(string subject, OpenDeadline deadline, FeedCursor? cursor) => new(subject, deadline) { EventId = cursor?.ToString() };

    /// <summary>The deadlines of a state, the next one first.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="open">What the state says.</param>
    internal static IReadOnlyList<DeadlineType> Of(string subject, IReadOnlyList<OpenDeadline> open) =>
        [.. open.OrderBy(deadline => deadline.DueAt).Select(deadline => new DeadlineType(subject, deadline))];

    /// <summary>Deadlines by subject, a level of a list with one query.</summary>
    /// <param name="field">The resolver's context.</param>
    /// <param name="database">Where the due index is.</param>
    internal static BatchLoader<string, IReadOnlyList<DeadlineType>> LoaderOf(IResolveFieldContext field, Database database) =>
        BatchLoader<string, IReadOnlyList<DeadlineType>>.Of(field, async (subjects, ending) =>
        {
            var rows = await database.QueryAsync(
                (data, token) => data.GetTable<DeadlineRow>()
                    .Where(row => subjects.Contains(row.Subject))
                    .OrderBy(row => row.DueAt)
                    .ToListAsync(token),
                ending).ConfigureAwait(false);
            var found = rows.ToLookup(row => row.Subject, row => new DeadlineType(row));
            return subjects.ToDictionary(subject => subject, subject => (IReadOnlyList<DeadlineType>)[.. found[subject]]);
        });
}

/// <summary>期限种类. What can be owed.</summary>
public enum DeadlineKind
{
    /// <summary>案件：立案决定. The decision whether to file.</summary>
    CaseFiling,

    /// <summary>案件：处罚决定. The decision on the penalty.</summary>
    CaseDecision,

    /// <summary>案件：查封扣押. Sealing or seizure ends.</summary>
    CaseSeizure,

    /// <summary>案件：先行登记保存. What was preserved is decided on.</summary>
    CasePreservation,

    /// <summary>案件：法制审核. Legal review.</summary>
    CaseLegalReview,

    /// <summary>案件：陈述申辩. The party may answer.</summary>
    CaseStatement,

    /// <summary>案件：送达. The decision is served.</summary>
    CaseService,

    /// <summary>案件：缴款. The penalty is paid.</summary>
    CasePayment,

    /// <summary>案件：公示. The decision is published.</summary>
    CasePublication,

    /// <summary>案件：启动移送. A crime transfer is opened.</summary>
    CaseTransferOpening,

    /// <summary>移送：组成专案组并报告. Task group named, report written.</summary>
    CrimeTransferTaskGroup,

    /// <summary>移送：负责人决定. The head decides.</summary>
    CrimeTransferDecision,

    /// <summary>移送：送公安机关. The case is sent.</summary>
    CrimeTransferSending,

    /// <summary>移送：公安签收或者转送. The police sign for it, or send it on.</summary>
    CrimeTransferPoliceForwarding,

    /// <summary>移送：公安立案决定. The police decide.</summary>
    CrimeTransferPoliceDecision,

    /// <summary>移送：提请复议或者建议监督. A decision not to file is answered.</summary>
    CrimeTransferReconsiderationRequest,

    /// <summary>移送：公安复议决定. The police decide the reconsideration.</summary>
    CrimeTransferReconsiderationDecision,

    /// <summary>移送：复议后建议监督. The prosecutor is asked.</summary>
    CrimeTransferSupervisionRequest,

    /// <summary>移送：移交物品材料. Goods and materials are handed over.</summary>
    CrimeTransferHandingOver,

    /// <summary>移送：答复提前介入. The police say whether they step in.</summary>
    CrimeTransferEarlyIntervention,

    /// <summary>移送：预警. One of a transfer's deadlines comes near.</summary>
    CrimeTransferWarning,

    /// <summary>移送：告知案件. The case is told, at once.</summary>
    CrimeTransferCaseNotice,

    /// <summary>案件：告知并案. The case it was joined with is told, at once.</summary>
    CaseJoinNotice,

    /// <summary>检查：告知案件. The case that an inspection leads to is told, at once.</summary>
    InspectionCaseNotice,

    /// <summary>案件：预警. One of a case's deadlines comes near.</summary>
    CaseWarning,

    /// <summary>许可证届满. A licence reaches its end.</summary>
    LicenceExpiry,

    /// <summary>许可证提示. A notice about a licence's end or the time to apply for renewal.</summary>
    LicenceNotice,

    /// <summary>暂扣期满. A suspension ends.</summary>
    LicenceSuspensionEnd,

    /// <summary>建议注销. A lapsed licence is to be proposed for deregistration.</summary>
    LicenceDeregistrationProposal,

    /// <summary>计划检查日. An inspection is to be made.</summary>
    InspectionDue,

    /// <summary>整改期限. What was ordered is to be put right.</summary>
    RectificationDue,

    /// <summary>整改期限将至. A third of an order's time is left.</summary>
    RectificationWarning,

    /// <summary>复查期限. An order is to be re-inspected.</summary>
    RectificationReinspection,

    /// <summary>措施决定期限. A proposed measure is to be decided.</summary>
    RectificationMeasureDecision,

    /// <summary>许可变更. A licence is to be told what was decided.</summary>
    RectificationLicenceChange,
}

/// <summary>The kinds of the API and those of the due index are one stem: <c>licence.expiry</c> is LICENCE_EXPIRY.</summary>
internal static class DeadlineKinds
{
    public static DeadlineKind Of(string stored) => Enum.TryParse<DeadlineKind>(stored.Replace(".", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var kind)
        ? kind
        : throw new InvalidOperationException($"The API does not list the deadline kind '{stored}'.");

    public static string Stored(DeadlineKind kind)
    {
        var words = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
        if (words.StartsWith("crime-transfer-", StringComparison.Ordinal))
        {
            return $"crime-transfer.{words["crime-transfer-".Length..]}";
        }

        var first = words.IndexOf('-', StringComparison.Ordinal);
        return $"{words[..first]}.{words[(first + 1)..]}";
    }
}

/// <summary>期限边. A deadline in a list.</summary>
[Name("DeadlineEdge")]
public sealed class DeadlineEdge(string cursor, DeadlineType node) : Edge<DeadlineType>(cursor, node);

/// <summary>期限连接. A page of deadlines.</summary>
[Name("DeadlineConnection")]
public sealed class DeadlineConnection(Page<DeadlineType> page) : Connection<DeadlineType, DeadlineEdge>(page)
{
    /// <inheritdoc/>
    protected override DeadlineEdge EdgeOf(string cursor, DeadlineType node) => new(cursor, node);
}

/// <summary>期限种类条件. Conditions on a kind of deadline.</summary>
/// <param name="Eq">等于. Is this.</param>
/// <param name="In">属于. Is one of these.</param>
public sealed record DeadlineKindFilter(DeadlineKind? Eq = null, IReadOnlyList<DeadlineKind>? In = null);

/// <summary>期限条件. Which deadlines are wanted; all that is given must hold.</summary>
/// <param name="Kind">种类.</param>
/// <param name="DueBefore">到期早于. Due before this instant.</param>
/// <param name="DueFrom">到期不早于. Due at or after this instant.</param>
/// <param name="Lapsed">已逾期. Whether it is past.</param>
/// <param name="Section">责任科室.</param>
/// <param name="Subject">主体. The id of a node.</param>
public sealed record DeadlineFilter(DeadlineKindFilter? Kind = null, DateTimeOffset? DueBefore = null, DateTimeOffset? DueFrom = null, bool? Lapsed = null, string? Section = null, [property: Id] string? Subject = null);
