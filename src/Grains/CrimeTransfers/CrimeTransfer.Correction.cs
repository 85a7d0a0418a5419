using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// A step that was recorded of the wrong transfer, or wrongly, is taken back: the transfer stands as it did, its case is told, and the right
// step is recorded as ever. The head of the section decides that; the journal keeps both.
public static partial class CrimeTransfer
{
    private static Decision<CrimeTransferEvent>? DecideInCorrection(
        CrimeTransferState transfer, CrimeTransferCommand command, Circumstances now) => command switch
        {
            CorrectCrimeTransfer c when c.Grounds.Problem() is { } problem => problem,

            // What followed rests on it, and is taken back before it.
            CorrectCrimeTransfer c when transfer.Recorded is not [.., var last] || last.Step != c.Step =>
                new TransferStepNotLast(c.Step, transfer.Recorded.LastOrDefault()?.Step),
            CorrectCrimeTransfer c => new CrimeTransferCorrected(now.Now, now.Actor.User, c.Step, c.Grounds.Trimmed()),
            _ => Decision<CrimeTransferEvent>.NotOfThisStage,
        };

    private static CrimeTransferState? ApplyInCorrection(CrimeTransferState transfer, CrimeTransferEvent happened) => happened switch
    {
        CrimeTransferCorrected e => transfer.Recorded is [.., var last] ? AsBefore(transfer, last, e.At) : transfer,
        _ => null,
    };

    // A step that can be taken back keeps how the transfer stood before it.
    private static CrimeTransferState Keeping(CrimeTransferState before, CrimeTransferEvent happened, CrimeTransferState after) =>
        happened.IsKept is not true || RecordedStep(happened) is not { } step ? after : after with
        {
            Recorded = after.Recorded.Add(new TransferBefore(
                step,
                before.Status,
                before.Agency,
                before.Clocks,
                before.Lapses,
                before.Receipt,
                before.ReceivedAt,
                before.Explanation,
                before.LastActOn)
            {
                PartyToldOn = before.PartyToldOn,
                Prosecution = before.Prosecution,
                Judgment = before.Judgment,
                HandOverOwed = before.HandOverOwed,
                Told = after.Untold.Length > before.Untold.Length ? after.Untold[^1].Step : null,
                PaperAt = happened.Paper?.At,
            }),
        };

    private static CrimeTransferState AsBefore(CrimeTransferState transfer, TransferBefore before, DateTimeOffset at)
    {
        static bool IsBeside(string kind) => CrimeTransferDeadlines.Beside.Contains(kind);
        return transfer with
        {
            Status = before.Status,
            Agency = before.Agency,
            Receipt = before.Receipt,
            ReceivedAt = before.ReceivedAt,
            Explanation = before.Explanation,
            PartyToldOn = before.PartyToldOn,
            Prosecution = before.Prosecution,
            Judgment = before.Judgment,
            HandOverOwed = before.HandOverOwed,

            // The term of before runs on as if it had never been met; nobody answers for a term that never ran.
            Clocks = [.. before.Clocks.Where(clock => !IsBeside(clock.Kind)), .. transfer.Clocks.Where(clock => IsBeside(clock.Kind))],
            Lapses = [.. before.Lapses, .. transfer.Lapses.Where(lapse => IsBeside(lapse.Kind) && !before.Lapses.Contains(lapse))],
            LastActOn = new[] { before.LastActOn, transfer.CopiedOn, transfer.PenaltiesCopiedOn }.Max(),
            Papers = [.. transfer.Papers.Where(paper => paper.At != before.PaperAt)],
            Forwardings = before.Step is TransferRecord.Forwarding ? transfer.Forwardings.RemoveAt(transfer.Forwardings.Length - 1)
                : transfer.Forwardings,
            Recorded = transfer.Recorded.RemoveAt(transfer.Recorded.Length - 1),
            Untold = before.Told is not { } told ? transfer.Untold : transfer.Untold.Add(new CaseNotice(told, at)
            {
                IsTakenBack = true,
                IsWithPolice = before.Status is TransferStatus.Filed or TransferStatus.HandedOver ? true : null,
            }),
        };
    }

    private static TransferRecord? RecordedStep(CrimeTransferEvent happened) => happened switch
    {
        PoliceReceiptRecorded => TransferRecord.Receipt,
        CrimeTransferForwarded => TransferRecord.Forwarding,
        PoliceFiledCase or PoliceDeclinedCase => TransferRecord.PoliceDecision,
        PoliceReturnedCase => TransferRecord.PoliceReturn,
        ReconsiderationRequested => TransferRecord.Reconsideration,
        SupervisionRequested => TransferRecord.Supervision,
        NotFilingAccepted => TransferRecord.NotFilingAccepted,
        EvidenceHandedOver => TransferRecord.HandingOver,
        ProsecutionDecided => TransferRecord.Prosecution,
        CrimeJudged => TransferRecord.Judgment,
        _ => null,
    };
}

/// <summary>移送登记事项. A step that was recorded of a transfer once it was sent.</summary>
[JsonConverter(typeof(WireNameConverter<TransferRecord>))]
public enum TransferRecord
{
    /// <summary>The police signed for it.</summary>
    [Term("公安机关签收", "receipt by the police")]
    Receipt,

    /// <summary>The police sent it on.</summary>
    [Term("公安机关转送", "forwarding by the police")]
    Forwarding,

    /// <summary>The police filed it or did not.</summary>
    [Term("公安机关立案或者不予立案的决定", "decision of the police on filing")]
    PoliceDecision,

    /// <summary>The police gave it back.</summary>
    [Term("公安机关退回", "return by the police")]
    PoliceReturn,

    /// <summary>The police were asked to reconsider.</summary>
    [Term("提请复议", "request for reconsideration")]
    Reconsideration,

    /// <summary>The prosecutors were asked to supervise.</summary>
    [Term("建议立案监督", "request for supervision")]
    Supervision,

    /// <summary>It was accepted that the police do not file it.</summary>
    [Term("接受不予立案决定", "acceptance of not filing")]
    NotFilingAccepted,

    /// <summary>Goods and materials were handed over.</summary>
    [Term("移交涉案物品和材料", "handing over of goods and materials")]
    HandingOver,

    /// <summary>What the prosecutors decided.</summary>
    [Term("审查起诉结果", "decision of the prosecutors")]
    Prosecution,

    /// <summary>What the court decided.</summary>
    [Term("判决", "judgment")]
    Judgment,
}

/// <summary>登记前的情况. How a transfer stood before a step was recorded.</summary>
/// <param name="Step">登记事项. Which step.</param>
/// <param name="Status">状态. Where it stood.</param>
/// <param name="Agency">公安机关. The code of the agency that had it.</param>
/// <param name="Clocks">在走期限. Those that ran or had lapsed unmet.</param>
/// <param name="Lapses">逾期记录. Those there were.</param>
/// <param name="Receipt">回执编号. Or null.</param>
/// <param name="ReceivedAt">签收时刻. When the police had signed (UTC), or null.</param>
/// <param name="Explanation">最近理由. Or null.</param>
/// <param name="LastActOn">最近办理日期. The day of the step before (Asia/Shanghai), or null.</param>
[GenerateSerializer, Immutable, Alias("transfer-before")]
public sealed record TransferBefore(
    TransferRecord Step,
    TransferStatus Status,
    string Agency,
    ImmutableArray<RunningClock> Clocks,
    ImmutableArray<CaseLapse> Lapses,
    string? Receipt,
    DateTimeOffset? ReceivedAt,
    string? Explanation,
    DateOnly? LastActOn)
{
    /// <summary>告知当事人日期. Or null.</summary>
    [Id(20)] public DateOnly? PartyToldOn { get; init; }

    /// <summary>审查起诉结果. Or null.</summary>
    [Id(21)] public TransferProsecution? Prosecution { get; init; }

    /// <summary>判决. Or null.</summary>
    [Id(22)] public TransferJudgment? Judgment { get; init; }

    /// <summary>物品尚待移交. Whether goods were still to be handed over after the judgment.</summary>
    [Id(23)] public bool HandOverOwed { get; init; }

    /// <summary>告知案件的进展. What the case was told of the step, or null.</summary>
    [Id(24)] public TransferStep? Told { get; init; }

    /// <summary>纸质文书时刻. When the step was taken that was recorded from paper (UTC); null where it was not from paper.</summary>
    [Id(25)] public DateTimeOffset? PaperAt { get; init; }
}

/// <summary>
/// 更正移送登记. Takes back the last step that was recorded of a transfer once it was sent, where it belongs to another transfer or says
/// something wrong: the transfer and its case stand as they did before it, and the right step is recorded as ever. By the head of the
/// section.
/// </summary>
/// <param name="Step">登记事项. What was recorded wrongly; the last of all steps.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("crime-transfer.correct"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<TransferStepNotLast>]
public sealed record CorrectCrimeTransfer(TransferRecord Step, Grounds Grounds) : CrimeTransferCommand;

/// <summary>移送登记已更正. The last step was recorded by mistake and is taken back.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="By">经手人. User name.</param>
/// <param name="Step">登记事项. What was recorded wrongly.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("crime-transfer.corrected")]
public sealed record CrimeTransferCorrected(DateTimeOffset At, string By, TransferRecord Step, Grounds Grounds) : CrimeTransferStep(Grounds)
{
    /// <inheritdoc/>
    protected override BilingualText Sentence => new(
        $"{Terms.Of(Step).Chinese}登记有误，予以撤回：{Grounds.Reason}",
        $"Recorded by mistake and taken back, {Terms.Of(Step).English}: {Grounds.Reason}");
}

/// <summary>不是最近的登记. Another step was recorded since, which rests on it and is corrected first; or nothing was that can be.</summary>
/// <param name="Step">登记事项. What was to be corrected.</param>
/// <param name="Last">最近登记. The last step that can be; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("refusal.transfer-step-not-last")]
public sealed record TransferStepNotLast(TransferRecord Step, TransferRecord? Last) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => Last is { } last
        ? new(
            $"最近登记的是“{Terms.Of(last).Chinese}”，应当先更正该登记，再更正“{Terms.Of(Step).Chinese}”",
            $"What was recorded last is the {Terms.Of(last).English}: it is corrected before the {Terms.Of(Step).English}")
        : new(
            $"本移送没有可以更正的“{Terms.Of(Step).Chinese}”登记",
            $"Nothing was recorded of this transfer that can be corrected as a {Terms.Of(Step).English}");
}
