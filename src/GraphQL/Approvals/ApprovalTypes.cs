using System.Globalization;
using GraphQL;
using GraphQL.DataLoader;
using LinqToDB.Data;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Mutations;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.Approvals;

/// <summary>待审批事项. A step that waits for the head's decision, whatever matter it belongs to.</summary>
/// <param name="row">Its row.</param>
[Name("PendingApproval"), Implements(typeof(INode)), ReadableBy(Readers.Bureau)]
public sealed class PendingApprovalType(ApprovalRow row) : IPartNode<PendingApprovalType>
{
    private const string PartKind = "approval";

    /// <inheritdoc/>
    static string IPartNode<PendingApprovalType>.Kind => PartKind;

    /// <inheritdoc/>
    PartName IPartNode.Name => new(row.Subject, PartKind, row.Item.ToString(CultureInfo.InvariantCulture));

    /// <summary>全局编号. Opaque and stable; what is decided is no node any more.</summary>
    [Id]
    public string Id => NodeIds.Of(((INode)this).Subject);

    /// <summary>序号. Its number in the matter, by which it is approved or returned.</summary>
    public int Item => row.Item;

    /// <summary>编号. The matter's number.</summary>
    public string Number => row.Number;

    /// <summary>名称. What the matter is called.</summary>
    public string Title => row.Title;

    /// <summary>责任科室. The section that answers for the matter.</summary>
    public string? Section => row.Section;

    /// <summary>审批种类. What kind of step it is.</summary>
    public ApprovalStep Step => WireName.Find<ApprovalStep>(row.Step)!.Value;

    /// <summary>摘要. What would happen, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Summary(IResolveFieldContext field) =>
        Sentences.Read(field, new BilingualText(row.Summary, row.SummaryEnglish));

    /// <summary>主体. The matter itself.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="nodes">Given by the engine.</param>
    public IDataLoaderResult<INode> Subject(IResolveFieldContext field, [FromServices] NodeReader nodes)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        return nodes.LoadOrName(field, row.Subject);
    }

    /// <summary>提请人. The user name of who proposed it.</summary>
    public string AskedBy => row.AskedBy;

    /// <summary>提请时刻.</summary>
    public DateTimeOffset AskedAt => DateTimeOffset.FromUnixTimeMilliseconds(row.AskedAt);

    /// <inheritdoc/>
    static async Task<IEnumerable<PendingApprovalType>> IPartNode<PendingApprovalType>.FindAsync(
        DataConnection data,
        IReadOnlyCollection<PartName> wanted,
        CancellationToken cancellationToken) =>
        (await PartNodes.RowsAsync<ApprovalRow>(data, wanted, cancellationToken).ConfigureAwait(false))
        .Select(one => new PendingApprovalType(one));
}

/// <summary>审批. A step that was proposed in a matter, and what the head made of it.</summary>
/// <param name="request">As the matter has it.</param>
/// <param name="proposedOn">The day on which it was proposed (Asia/Shanghai).</param>
/// <param name="notToDecide">The user names of those who have another part in the matter.</param>
/// <param name="proposed">The command that takes effect when it is approved.</param>
[Name("Approval"), ReadableBy(Readers.Bureau)]
public sealed class ApprovalType(ApprovalRequest request, DateOnly proposedOn, IReadOnlySet<string> notToDecide, Lazy<Command> proposed)
{
    private const int MostDaysBack = 60;

    /// <summary>序号. By which it is approved or returned.</summary>
    public int Item => request.Number;

    /// <summary>审批种类. What kind of step it is.</summary>
    public ApprovalStep Step => request.Step;

    /// <summary>摘要. What would happen, or happened, in the caller's language.</summary>
    /// <param name="field">Given by the engine.</param>
    public IDataLoaderResult<string> Summary(IResolveFieldContext field) => Sentences.Read(field, request.Summary);

    /// <summary>所提命令. The mutation that takes effect when it is approved; its input says what the fields of the proposal are
    /// called.</summary>
    public string Mutation => OfferedAsAttribute.NameOf(proposed.Value.GetType());

    /// <summary>提请内容. All that was proposed, in the order of the form: people, days, amounts, reason, basis, document.</summary>
    public IReadOnlyList<ProposedValueType> Proposed =>
        [.. CommandWords.Of(proposed.Value).Select(one => new ProposedValueType(one.Field, one.Values))];

    /// <summary>提请人. User name.</summary>
    public string AskedBy => request.AskedBy;

    /// <summary>提请时刻.</summary>
    public DateTimeOffset AskedAt => request.AskedAt;

    /// <summary>结果. Null while it waits.</summary>
    public ApprovalOutcome? Outcome => request.Outcome;

    /// <summary>审批人. User name; null while it waits.</summary>
    public string? DecidedBy => request.DecidedBy;

    /// <summary>审批时刻. Null while it waits.</summary>
    public DateTimeOffset? DecidedAt => request.DecidedAt;

    /// <summary>审批意见. What was said, or null.</summary>
    public string? Opinion => request.Opinion;

    /// <summary>可由本人审批. Whether it waits and the caller may decide it today, or on a given day, for a decision of that day that is entered
    /// later: as the head, or as the deputy whom an authorisation in force then names for such steps, and without another part in the
    /// matter.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    /// <param name="on">The day of the decision; today when left out.</param>
    public IDataLoaderResult<bool> MayDecide(
        IResolveFieldContext field, [FromServices] Database database, [FromServices] TimeProvider time, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(time);
        var day = on ?? ShanghaiTime.DayOf(time.GetUtcNow());
        return Ready.From(Days(field, database, time, day, day), static days => days.Count > 0);
    }

    /// <summary>可由本人审批的日期. The days on which the caller may have decided it while it waited, the latest first: today and at most the 60
    /// days before; none once it is decided.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="time">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<DateOnly>> DecidableOn(
        IResolveFieldContext field, [FromServices] Database database, [FromServices] TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        return Days(field, database, time, today.PlusDays(-MostDaysBack), today);
    }

    // The days of a stretch on which the caller may have decided it, the latest first.
    private IDataLoaderResult<IReadOnlyList<DateOnly>> Days(
        IResolveFieldContext field, Database database, TimeProvider time, DateOnly first, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(database);
        var actor = Commands.ActorOf(field, null);
        var today = ShanghaiTime.DayOf(time.GetUtcNow());
        return !request.IsPending || request.AskedBy == actor.User || notToDecide.Contains(actor.User)
            ? Ready.With<IReadOnlyList<DateOnly>>([])
            : BatchLoader<(ApprovalRequest Request, DateOnly ProposedOn, DateOnly First, DateOnly Last), IReadOnlyList<DateOnly>>.Of(
                field,
                async (asked, ending) =>
                {
                    var days = asked.SelectMany(one => Between(one.First, one.Last)).Distinct().ToList();
                    var deciders = await DeciderSource.FindAsync(database, actor, days, today, ending).ConfigureAwait(false);
                    return asked.ToDictionary(
                        one => one,
                        IReadOnlyList<DateOnly> (one) =>
                        [
                            .. Between(one.First, one.Last).Where(day => deciders[day].May(one.Request.Step)
                                && day >= Approving.DecidableFrom(one.Request, one.ProposedOn, deciders[day])),
                        ]);
                }).LoadKnown((request, proposedOn, first, last));
    }

    private static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(back => last.PlusDays(-back));

    /// <summary>The proposals of a matter, the last first.</summary>
    /// <param name="requests">As the matter has them.</param>
    /// <param name="proposedOn">The day on which one was proposed.</param>
    /// <param name="notToDecide">The user names of those who have another part in the matter.</param>
    /// <param name="namedBy">Whom a proposal that waits names for the matter: none of them decides it either.</param>
    /// <param name="concept">The matter's concept, which reads what was proposed.</param>
    internal static IReadOnlyList<ApprovalType> Of(
        IEnumerable<ApprovalRequest> requests,
        Func<ApprovalRequest, DateOnly> proposedOn,
        IEnumerable<string> notToDecide,
        Func<ApprovalRequest, IEnumerable<string>> namedBy,
        Concept concept)
    {
        var others = notToDecide.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. requests.Reverse().Select(one => new ApprovalType(
                one,
                proposedOn(one),
                one.IsPending ? others.Union(namedBy(one)).ToHashSet(StringComparer.Ordinal) : others,
                new(() => concept.ReadCommand(one.Command, one.Body)))),
        ];
    }
}

/// <summary>提请内容. One field of what was proposed.</summary>
/// <param name="name">The field of the mutation's input.</param>
/// <param name="values">What was given.</param>
[Name("ProposedValue"), ReadableBy(Readers.Bureau)]
public sealed class ProposedValueType(string name, IReadOnlyList<BilingualText> values)
{
    /// <summary>字段. The field of the mutation's input in which it was given.</summary>
    public string Field => name;

    /// <summary>内容. What was given, in the caller's language; of a list each member. People are named by their user names.</summary>
    /// <param name="field">Given by the engine.</param>
    public IReadOnlyList<string> Values(IResolveFieldContext field)
    {
        var english = GraphQLRequestContext.Of(field).English;
        return [.. values.Select(one => one.In(english))];
    }
}
