using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What is transferred and to whom.
public static partial class CrimeTransfer
{
    private static CrimeTransferState Begun(CrimeTransferOpened e) => new()
    {
        Number = e.Number,
        Status = TransferStatus.Duty,
        Case = e.Case,
        Agency = e.Agency,
        Section = e.Section,
        OpenedBy = e.OpenedBy,
        OpenedAt = e.At,
        Serial = e.Serial,
        Clocks = ImmutableArray<RunningClock>.Empty.Start(CrimeTransferDeadlines.TaskGroup, StatutoryRules.TransferTaskGroup, e.At),
        Untold = [new CaseNotice(TransferStep.Opened, e.At)],
    };

    private static Decision<CrimeTransferEvent> DecideOpenCrimeTransfer(OpenCrimeTransfer c, Circumstances now) =>
        Open(Opening(c, (c.CaseNumber, c.Agency), c.Grounds, now), [], now);

    private static (Refusal? Refused, CrimeTransferOpened? Opened) Opening(
        CrimeTransferCommand command, (string? Case, string? Agency) named, Grounds grounds, Circumstances now)
    {
        var (caseNumber, agency) = named;
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return (wrongNumber, null);
        }

        if (DrawnNumber.Parse(Case.Prefix, caseNumber, out var key) is { } wrongCase)
        {
            return (wrongCase with { Field = "caseNumber" }, null);
        }

        if ((FreeText.Missing("agency", agency) ?? grounds.Problem()) is { } problem)
        {
            return (problem, null);
        }

        if (Addressee(now, agency!) is { } wrongAgency)
        {
            return (wrongAgency, null); // 移送规定 第三条
        }

        return now.Required<TransferCaseFact>().Case switch
        {
            null => (new NotFound("case", key), null),
            var found when InCharge.ProblemIn(Case.Concept, found, command, now) is { } others => (others, null),
            { IsTransferable: false } ended => (new CaseNotTransferable(ended.Stage), null),
            { Duty: { AnsweredOn: null, Transfer: { } other } } when other != number => (new TransferAlreadyOpen(other), null),
            var found when ActDay.Problem("on", now.ActedOn, found.Lead.ReceivedOn, now.Today) is { } wrongDay => (wrongDay, null),
            var found => (null, new CrimeTransferOpened(
                now.At,
                number,
                SnapshotOf(found),
                agency!.Trim(),
                OwnSection.Of(now),
                now.Actor.User,
                grounds.Trimmed(),
                LastNumber.Next(now, NumberWord.CrimeTransfer, OwnSection.Of(now)))),
        };
    }

    private static Decision<CrimeTransferEvent> Open((Refusal? Refused, CrimeTransferOpened? Opened) opening, IEnumerable<CrimeTransferEvent> then, Circumstances now) =>
        opening.Refused is { } refused ? refused : new CrimeTransferEventBuilder(null)
            .With(then.Prepend(opening.Opened!).Select(happened => happened with { ActedOn = now.Day })).Recalculate(now).Events;

    // What is known of the case when a step is taken; a transfer that was opened early grows with it.
    [return: NotNullIfNotNull(nameof(found))]
    private static TransferCase? SnapshotOf(CaseState? found) => found is null ? null : new TransferCase(
        found.Number, found.Lead.Title, found.Lead.Violation, found.ProductClasses.FirstOrDefault(), found.Figures.GoodsValue,
            found.Duty?.Offences ?? []);

    // What becomes of a crime is for the police, and for the prosecutors where it is theirs to investigate.
    private static Refusal? Addressee(Circumstances now, string agency)
    {
        return now.Open<Agency>(agency) is not { } listed ? now.NotOpen<Agency>("agency", agency)
            : listed.Kind is AgencyKind.Police or AgencyKind.Prosecutors ? null
            : new AgencyNotCompetent(listed.Code, listed.Kind);
    }
}

/// <summary>移送的案件. What is known of the case when its transfer is opened. Money in 分.</summary>
/// <param name="Number">案件编号.</param>
/// <param name="Title">案件名称.</param>
/// <param name="Violation">违法行为.</param>
/// <param name="ProductClass">主要产品类别. The main class's code, or null.</param>
/// <param name="GoodsValue">货值金额.</param>
/// <param name="Offences">涉嫌罪名.</param>
[GenerateSerializer, Immutable, Alias("transfer-case")]
public sealed record TransferCase(string Number, string Title, ViolationKind Violation, string? ProductClass, long GoodsValue, ImmutableArray<Offence> Offences);

/// <summary>启动移送. Opens the transfer of a case in which a crime is suspected (移送规定 第三条). The clock of task group and report runs.</summary>
/// <param name="CaseNumber">案件编号. Which case.</param>
/// <param name="Agency">公安机关. The code of the agency it goes to.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.open"), AllowedTo(Bureau), Creates, ForOwnSection, Dated]
[Refuses<AlreadyExists, AgencyNotCompetent, CaseNotTransferable, TransferAlreadyOpen, NotInCharge>]
public sealed record OpenCrimeTransfer(
    string CaseNumber,
    [Listed<Agency>, Longest(ListedName.CodeLength)] string Agency,
    Grounds Grounds) : CrimeTransferCommand;

/// <summary>案件情况. What the shell found out about the case.</summary>
/// <param name="Case">案件. As it stands; null when there is none.</param>
public sealed record TransferCaseFact(CaseState? Case);

/// <summary>移送已启动. The duty to transfer is taken up.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Number">移送编号. Its number.</param>
/// <param name="Case">案件. What is transferred.</param>
/// <param name="Agency">公安机关. The agency it goes to.</param>
/// <param name="Section">责任科室. Or null.</param>
/// <param name="OpenedBy">启动人. User name.</param>
/// <param name="Grounds">理由与依据. Why.</param>
/// <param name="Serial">移送文号. The number that people say; null in what was stored before there were such numbers.</param>
[Alias("crime-transfer.opened")]
public sealed record CrimeTransferOpened(
    DateTimeOffset At,
    string Number,
    TransferCase Case,
    string Agency,
    string? Section,
    string OpenedBy,
    Grounds Grounds,
    OfficialNumber? Serial = null) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new($"启动案件{Case.Number}的移送", $"Transfer of case {Case.Number} opened");
}

/// <summary>
/// 不是受理机关. What is suspected of being a crime goes to the police, or to the prosecutors (移送规定 第三条、第十九条); the agency is neither.
/// </summary>
/// <param name="Agency">部门. Its code, as it was given.</param>
/// <param name="Kind">性质. What it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.agency-not-competent")]
public sealed record AgencyNotCompetent(string Agency, AgencyKind Kind) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"{Named.Agency(Agency)}不是公安机关或者检察机关，涉嫌犯罪案件应当向公安机关移送，属检察机关侦查的向检察机关移送（移送规定第三条）",
        $"{Named.Agency(Agency)} is neither the police nor the prosecutors, to whom a suspected crime is transferred");
}

/// <summary>案件不能移送. The case has ended, is with the police already, or its penalty is decided and carried out.</summary>
/// <param name="Stage">阶段. Where the case stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.case-not-transferable")]
public sealed record CaseNotTransferable(CaseStage Stage) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"案件现处于“{Terms.Of(Stage).Chinese}”阶段，不能移送；另外发现涉嫌犯罪事实的，另行登记线索",
        $"The case is at the stage '{Terms.Of(Stage).English}' and cannot be transferred; a crime found beside it is a lead of its own");
}

/// <summary>移送已启动. A transfer of the case is under way.</summary>
/// <param name="Transfer">移送编号. Which.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-already-open")]
public sealed record TransferAlreadyOpen(string Transfer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"本案已启动移送（{Transfer}）", $"A transfer of this case is under way ({Transfer})");
}
