using GraphQL;
using GraphQL.DataLoader;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Attachments;
using ShuangDa.GraphQL.Cases;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Written;
using ShuangDa.GraphQL.Deadlines;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Journal;
using ShuangDa.GraphQL.Sections;
using ShuangDa.GraphQL.Transport;

namespace ShuangDa.GraphQL.CrimeTransfers;

/// <summary>涉嫌犯罪案件移送. The transfer of a case to the police.</summary>
[Name("CrimeTransfer"), Implements(typeof(INode)), ReadableBy(Readers.Everyone)]
[ReadableBy(Readers.Bureau, nameof(Deadlines), nameof(History))]
public sealed class CrimeTransferType : WorkNode<CrimeTransferRow, CrimeTransferState>
{
    // What both have on paper. What the bureau deliberates before it sends, whom it has tell whom, and what it writes to the prosecutors is its own.
    private static readonly string[] Exchanged =
    [
        .. new[]
        {
            typeof(EarlyInterventionRequested), typeof(EarlyInterventionAnswered), typeof(CrimeTransferSent), typeof(PoliceReceiptRecorded), typeof(CrimeTransferForwarded), typeof(PoliceFiledCase),
            typeof(PoliceDeclinedCase), typeof(ReconsiderationRequested), typeof(EvidenceHandedOver), typeof(PoliceReturnedCase),
                typeof(ProsecutionDecided), typeof(CrimeJudged), typeof(CrimeTransferCorrected),
        }.Select(type => CrimeTransfer.Concept.EventTypes.Single(pair => pair.Value == type).Key),
    ];

    /// <summary>涉嫌罪名.</summary>
    public static IReadOnlyList<Offence> Offences(CrimeTransferState state) => [.. state.Case.Offences];

    /// <summary>随案材料. What was enclosed.</summary>
    public static IReadOnlyList<TransferMaterial> Materials(CrimeTransferState state) => [.. state.Materials];

    /// <summary>现场情况. What the police were asked to step in for.</summary>
    public static string? Situation(CrimeTransferState state) => state.EarlyIntervention?.Situation;

    /// <summary>派员介入. Whether the police step in; null while they have not answered.</summary>
    public static bool? PoliceJoin(CrimeTransferState state) => state.EarlyIntervention?.Joins;

    /// <summary>转送. How it went from one agency of the police to the next.</summary>
    public static IReadOnlyList<TransferForwardingType> Forwardings(CrimeTransferState state) => [.. state.Forwardings.Select(one => new TransferForwardingType(one))];

    /// <summary>改送. How the bureau addressed it anew before the police had signed for it.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<TransferForwardingType> Readdressings(CrimeTransferState state) =>
        [.. state.Readdressings.Select(one => new TransferForwardingType(one))];

    /// <summary>审查起诉结果. Null while the prosecutors have not decided.</summary>
    public static ProsecutionDecision? Prosecution(CrimeTransferState state) => state.Prosecution?.Decision;

    /// <summary>审查起诉文书编号.</summary>
    public static string? ProsecutionDocumentNumber(CrimeTransferState state) => state.Prosecution?.DocumentNumber;

    /// <summary>判决. Null while no court has judged.</summary>
    public static TransferJudgmentType? Judgment(CrimeTransferState state) =>
        state.Judgment is { } judgment ? new TransferJudgmentType(judgment) : null;

    /// <summary>告知当事人日期. The day the party was told that its goods went to the police.</summary>
    public static DateOnly? PartyToldOn(CrimeTransferState state) => state.PartyToldOn;

    /// <summary>抄送检察机关日期.</summary>
    [ReadableBy(Readers.Bureau)]
    public static DateOnly? CopiedToProsecutorsOn(CrimeTransferState state) => state.CopiedOn;

    /// <summary>抄送处罚决定日期. The day the prosecutors had copies of penalties decided before.</summary>
    [ReadableBy(Readers.Bureau)]
    public static DateOnly? PenaltiesCopiedOn(CrimeTransferState state) => state.PenaltiesCopiedOn;

    /// <summary>纸质文书. The papers from which the bureau recorded steps of the police and the prosecutors.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<TransferPaperType> Papers(CrimeTransferState state) =>
        [.. state.Papers.Select(paper => new TransferPaperType(paper))];

    /// <summary>
    /// 商请时货值金额（元）. What the goods were known to be worth when the police were asked to step in, whatever the case grew to.
    /// </summary>
    [ReadableBy(Readers.Bureau)]
    public static decimal? GoodsValueThenCny(CrimeTransferState state) =>
        state.EarlyIntervention?.Case is { } then ? Money.Yuan(then.GoodsValue) : null;

    /// <summary>商请时涉嫌罪名. The offences that were suspected when the police were asked to step in.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<Offence> OffencesThen(CrimeTransferState state) => [.. state.EarlyIntervention?.Case?.Offences ?? []];

    /// <summary>最近登记. The step that was recorded last once it was sent, the one that can be corrected; null where none can.</summary>
    [ReadableBy(Readers.Bureau)]
    public static TransferRecord? LastRecord(CrimeTransferState state) => state.Recorded.LastOrDefault()?.Step;

    /// <summary>回执编号.</summary>
    public static string? ReceiptNumber(CrimeTransferState state) => state.Receipt;

    /// <summary>最近理由. Why it was refused, declined or returned last.</summary>
    public static string? Explanation(CrimeTransferState state) => state.Explanation;

    /// <summary>专案组成员. User names.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<string> TaskGroup(CrimeTransferState state) => [.. state.TaskGroup];

    /// <summary>在办人员用户名. The user names of who of the bureau holds it; none once it is done.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<string> Holders(CrimeTransferState state) => state.Holders;

    /// <summary>移送报告.</summary>
    [ReadableBy(Readers.Bureau)]
    public static string? Report(CrimeTransferState state) => state.Report;

    /// <summary>在走期限. Both sides' clocks, also those that have lapsed unmet.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<CaseClockType> Clocks(CrimeTransferState state) => [.. state.Clocks.Select(clock => new CaseClockType(clock, []))];

    /// <summary>公安机关期限. Those of the clocks that are the police's own, who see them too; also those that have lapsed unmet.</summary>
    public static IReadOnlyList<CaseClockType> PoliceClocks(CrimeTransferState state) =>
    [
        .. state.Clocks.Where(clock => CrimeTransferDeadlines.OfPolice.Contains(clock.Kind)).Select(clock => new CaseClockType(clock, [])),
    ];

    /// <summary>逾期记录. Of both sides.</summary>
    [ReadableBy(Readers.Bureau)]
    public static IReadOnlyList<CaseLapseType> Lapses(CrimeTransferState state) => [.. state.Lapses.Select(one => new CaseLapseType(one, CrimeTransferTexts.Deadline))];

    /// <summary>逾期责任. What is overdue and still not done, the oldest first: the missed step, who answers for it, since when and how many
    /// days.</summary>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    public IDataLoaderResult<IReadOnlyList<DeadlineType>> LateBy(IResolveFieldContext field) => DeadlineType.LateOf(field, this);

    /// <summary>案件. What is transferred.</summary>
    /// <param name="field">Given by the engine.</param>
    [ReadableBy(Readers.Bureau)]
    [Refers<CaseType>(nameof(CrimeTransferRow.CaseNumber))]
    public IDataLoaderResult<CaseType?> Case(IResolveFieldContext field) => NodeReader.Load<CaseType>(field, Row.CaseNumber);

    /// <summary>科室移交. How it passed from section to section of the bureau, in order (R3.4.1).</summary>
    [ReadableBy(Readers.Bureau)]
    public IReadOnlyList<SectionHandoverType> Handovers(CrimeTransferState state) => SectionHandoverType.Of(Subject, state.Handovers);

    /// <summary>往来. What passed between the bureau and the police, oldest first: what was sent, and what came of it. The police see it too; entries with an agency are theirs.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<IReadOnlyList<JournalEntryType>> Exchanges(IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return Ready.From<IReadOnlyList<JournalEntryType>?, IReadOnlyList<JournalEntryType>>(
            BatchLoader<string, IReadOnlyList<JournalEntryType>>.Of(field, async (subjects, ending) =>
            {
                var rows = await database.RowsAsync(
                    data => data.GetTable<JournalRow>().Where(row => subjects.Contains(row.Subject) && Exchanged.Contains(row.Kind)).OrderBy(row => row.Number),
                    ending).ConfigureAwait(false);
                return rows.GroupBy(row => row.Subject).ToDictionary(of => of.Key, IReadOnlyList<JournalEntryType> (of) => [.. of.Select(row => new JournalEntryType(row.ToEntry()))]);
            }).Load(Subject),
            static entries => entries ?? []);
    }

    // A partner agency sees the transfers that went to it.
    /// <inheritdoc/>
    internal override bool IsVisibleTo(string? agency) => agency is null || Row.IsVisibleTo(agency);
}

/// <summary>判决. How the court judged what was transferred.</summary>
/// <param name="judgment">The judgment.</param>
[Name("TransferJudgment"), ReadableBy(Readers.Everyone)]
public sealed class TransferJudgmentType(TransferJudgment judgment)
{
    /// <summary>时刻.</summary>
    public DateTimeOffset At => judgment.At;

    /// <summary>裁判结果.</summary>
    public JudgmentOutcome Outcome => judgment.Outcome;

    /// <summary>法院.</summary>
    public string Court => judgment.Court;

    /// <summary>判决书编号.</summary>
    public string DocumentNumber => judgment.DocumentNumber;

    /// <summary>刑罚. What was imposed.</summary>
    public string? Punishment => judgment.Punishment;
}

/// <summary>纸质文书. A paper from which the bureau recorded a step of the police or the prosecutors.</summary>
/// <param name="paper">The paper.</param>
[Name("TransferPaper"), ReadableBy(Readers.Bureau)]
public sealed class TransferPaperType(TransferPaper paper)
{
    /// <summary>办理时刻. When the step was taken.</summary>
    public DateTimeOffset At => paper.At;

    /// <summary>登记人. User name.</summary>
    public string RecordedBy => paper.RecordedBy;

    /// <summary>代何人登记. Whose step it was.</summary>
    public string RecordedFor => paper.RecordedFor;

    /// <summary>文书编号.</summary>
    public string DocumentNumber => paper.DocumentNumber;

    /// <summary>扫描件.</summary>
    public IReadOnlyList<AttachmentType> Scan => AttachmentType.Of(paper.Scan);
}

/// <summary>转送. From one agency of the police to the competent one (移送规定 第七条).</summary>
/// <param name="forwarding">The forwarding.</param>
[Name("TransferForwarding"), ReadableBy(Readers.Everyone)]
public sealed class TransferForwardingType(TransferForwarding forwarding)
{
    /// <summary>时刻.</summary>
    public DateTimeOffset At => forwarding.At;

    /// <summary>原机关. The agency it was not for.</summary>
    public string FromAgency => forwarding.From;

    /// <summary>有管辖权的机关. The agency it went to.</summary>
    public string ToAgency => forwarding.To;

    /// <summary>理由.</summary>
    public string Explanation => forwarding.Explanation;

    /// <summary>通知书编号.</summary>
    public string? DocumentNumber => forwarding.DocumentNumber;
}
