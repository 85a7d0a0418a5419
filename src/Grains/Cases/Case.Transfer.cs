using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// The duty to transfer a case to the police, and what comes of it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInTransfer(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        NoteCrimeTransfer c => DecideNoteCrimeTransfer(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInTransfer(CaseState state, CaseEvent happened) => happened switch
    {
        TransferDutyOpened e => Duty(state, e),
        CrimeTransferNoted e => Noted(state, e),
        _ => null,
    };

    private static Decision<CaseEvent> DecideNoteCrimeTransfer(CaseState state, NoteCrimeTransfer c, Circumstances now) => c.Step switch
    {
        TransferStep.Opened when state.Duty is { AnsweredOn: null, Transfer: { } known } && known == c.Transfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Opened when !state.IsOpen || state.Stage is CaseStage.Transferred => new CaseNotInStage(state.Stage),
        TransferStep.Filed when !state.MustTransfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Filed or TransferStep.Returned when state.Duty?.Transfer != c.Transfer => Decision<CaseEvent>.AlreadySo,
        TransferStep.Returned when !state.MustTransfer && state.Stage is not CaseStage.Transferred => Decision<CaseEvent>.AlreadySo,
        TransferStep.Returned => (CaseEvent[])[new CrimeTransferNoted(now.Now, c.Transfer, c.Step), .. NewDuty(state, state.Figures, now)],
        _ => new CrimeTransferNoted(now.Now, c.Transfer, c.Step),
    };

    // 移送规定 第三条. What was answered once is not asked again; another offence is.
    private static IEnumerable<CaseEvent> NewDuty(CaseState state, CaseFigures figures, Circumstances now)
    {
        var met = state.ViolationKinds.SelectMany(kind => CrimeThresholds.MetBy(kind, figures, now.Today));
        var offences = met.Select(row => row.Offence).Except(state.Duty?.Offences ?? []).ToImmutableArray();
        return offences.IsEmpty ? [] : [new TransferDutyOpened(now.Today, offences)];
    }

    private static CrimeTransferRequired Required(CaseState state) => new([.. state.Duty!.Offences], state.Duty.Transfer);

    private static CaseState Duty(CaseState state, TransferDutyOpened e)
    {
        var known = state.Duty?.Offences ?? [];
        var under = state.Duty is { AnsweredOn: null, Transfer: { } transfer } ? transfer : null;
        return state with
        {
            Duty = new TransferDuty(state.MustTransfer ? state.Duty!.OpenedOn : e.On, [.. known.Union(e.Offences)], under, null),
            Clocks = state.MustTransfer ? state.Clocks : state.Clocks.Start(CaseDeadlines.TransferOpening, StatutoryRules.TransferTaskGroup, ShanghaiTime.StartOf(e.On)),
        };
    }

    private static CaseState Noted(CaseState state, CrimeTransferNoted e)
    {
        var day = ShanghaiTime.DayOf(e.At);
        var clocks = state.Clocks.Stop(CaseDeadlines.TransferOpening);
        var duty = state.Duty ?? new TransferDuty(day, [], e.Transfer, null);
        switch (e.Step)
        {
            case TransferStep.Opened:
                return state with { Duty = duty with { Transfer = e.Transfer, AnsweredOn = null }, Clocks = clocks };
            case TransferStep.Filed when state.Decision is null:
                // The administrative procedure is stayed while the criminal one runs.
                return state with
                {
                    Stage = CaseStage.Transferred,
                    Duty = duty with { AnsweredOn = day },
                    Pauses = state.Pauses.Add(new CasePause(state.Pauses.Length + 1, new ClockPause(PauseReason.Stay, e.Transfer, e.At), null)),
                    Clocks = clocks.Stop(CaseDeadlines.Filing).Stop(CaseDeadlines.LegalReview).Stop(CaseDeadlines.Statement),
                };
            case TransferStep.Returned when state.Stage is CaseStage.Transferred:
                var back = state with
                {
                    Stage = state.FiledOn is null ? CaseStage.Lead : CaseStage.Investigation,
                    Duty = duty with { AnsweredOn = day },
                    Proposal = null,
                    ReviewedBy = null,
                    Rights = null,
                    Clocks = state.FiledOn is null ? clocks.Start(CaseDeadlines.Filing, StatutoryRules.PenaltyFiling, e.At) : clocks,
                };
                // The stay that the filing began is the last of the pauses: none begins while the police have the case.
                return PauseOver(back, state.Pauses.LastOrDefault()?.Number, e.At);
            default:
                return state with { Duty = duty with { AnsweredOn = day }, Clocks = clocks };
        }
    }
}

/// <summary>移送义务. The duty to transfer the case to the police (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="OpenedOn">产生日期. The day it was recognised (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences, also those of a duty answered before.</param>
/// <param name="Transfer">移送编号. The number of the crime transfer, or null while none is opened.</param>
/// <param name="AnsweredOn">答复日期. The day the police filed it or finally did not; null while it stands.</param>
[GenerateSerializer, Immutable, Alias("transfer-duty")]
public sealed record TransferDuty(DateOnly OpenedOn, ImmutableArray<Offence> Offences, string? Transfer, DateOnly? AnsweredOn);

/// <summary>移送进展. What a crime transfer tells its case.</summary>
[JsonConverter(typeof(WireNameConverter<TransferStep>))]
public enum TransferStep
{
    /// <summary>It was opened.</summary>
    [Term("已启动移送", "opened")]
    Opened,

    /// <summary>The police have filed it.</summary>
    [Term("公安机关已立案", "filed by the police")]
    Filed,

    /// <summary>The police do not file it, finally, or gave it back: it goes on administratively.</summary>
    [Term("退回行政处理", "returned")]
    Returned,
}

/// <summary>登记移送进展. What a crime transfer tells its case; the system delivers it.</summary>
/// <param name="Transfer">移送编号. The number of the transfer.</param>
/// <param name="Step">进展. What happened.</param>
[GenerateSerializer, Immutable, Alias("case.note-transfer"), AllowedTo(Roles.System)]
[Refuses<CaseNotInStage>]
public sealed record NoteCrimeTransfer(string Transfer, TransferStep Step) : CaseCommand;

/// <summary>移送义务已产生. A threshold of crime is met: the case must be transferred (行政执法机关移送涉嫌犯罪案件的规定 第三条).</summary>
/// <param name="On">日期. The day (Asia/Shanghai).</param>
/// <param name="Offences">涉嫌罪名. The offences that are new.</param>
[Alias("case.transfer-duty-opened")]
public sealed record TransferDutyOpened(DateOnly On, ImmutableArray<Offence> Offences) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"涉嫌犯罪，应当移送公安机关：{Terms.OfAll(Offences).Chinese}", $"To be transferred to the police: {Terms.OfAll(Offences).English}");

    /// <inheritdoc/>
    public override string? LegalBasis => "行政执法机关移送涉嫌犯罪案件的规定 第三条";
}

/// <summary>移送进展已登记. What the crime transfer told.</summary>
/// <param name="At">时刻. When (UTC).</param>
/// <param name="Transfer">移送编号. Which transfer.</param>
/// <param name="Step">进展. What happened.</param>
[Alias("case.transfer-noted")]
public sealed record CrimeTransferNoted(DateTimeOffset At, string Transfer, TransferStep Step) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"移送{Transfer}：{Terms.Of(Step).Chinese}", $"Transfer {Transfer}: {Terms.Of(Step).English}");
}

/// <summary>应当移送公安机关. A crime is suspected and the duty to transfer stands unanswered: no penalty in place of transfer (行政执法机关移送涉嫌犯罪案件的规定 第三条、第十一条).</summary>
/// <param name="Offences">涉嫌罪名. Which offences.</param>
/// <param name="Transfer">移送编号. The transfer under way, or null when none was opened.</param>
[GenerateSerializer, Immutable, Alias("refusal.crime-transfer-required")]
public sealed record CrimeTransferRequired(IReadOnlyList<Offence> Offences, string? Transfer) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"涉嫌犯罪（{Terms.OfAll(Offences).Chinese}），应当移送公安机关，在移送有结果之前不得作出处罚、结案或者撤销", $"A crime is suspected ({Terms.OfAll(Offences).English}): until the transfer to the police is answered, there is no penalty, closing or withdrawal");
}
