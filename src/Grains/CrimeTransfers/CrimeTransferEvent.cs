using System.Globalization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

/// <summary>移送事件. What can have happened to a crime transfer. Names and fields are storage format.</summary>
public abstract record CrimeTransferEvent : Event
{
    /// <summary>
    /// 办理日期. The day on which the step was taken (Asia/Shanghai); null of what the clock did, and where that was not yet kept.
    /// </summary>
    public DateOnly? ActedOn { get; init; }

    /// <summary>逾期自. When the deadline that this step met had passed (UTC); null where it was met in time or there was none.</summary>
    public DateTimeOffset? LateSince { get; init; }

    /// <summary>纸质文书. The paper from which the bureau recorded another's step; null where that agency recorded it itself.</summary>
    public TransferPaper? Paper { get; init; }

    /// <summary>保留此前情况. Whether it is kept how the transfer stood before this step, so that it can be taken back; null of what cannot
    /// be, and from before that was so.</summary>
    public bool? IsKept { get; init; }

    /// <inheritdoc/>
    public sealed override BilingualText Summary
    {
        get
        {
            var (chinese, english) = (Sentence.Chinese, Sentence.English);
            if (LateSince is { } since)
            {
                // A term of hours ends within a day: its hour is what was missed.
                var clock = ShanghaiTime.ClockOf(since);
                var end = clock.TimeOfDay == TimeSpan.Zero
                    ? IsoDate.Of(ShanghaiTime.LastDayBefore(since))
                    : clock.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                chinese += $"（逾期，应于{end}前办理）";
                english += $" (late: due by {end})";
            }

            return Paper is { } paper
                ? new($"{chinese}（依{paper.DocumentNumber}代登记）", $"{english} (recorded from {paper.DocumentNumber})")
                : new(chinese, english);
        }
    }

    /// <summary>事由. What happened, in one line, without what holds of every step.</summary>
    protected abstract BilingualText Sentence { get; }
}

/// <summary>移送步骤. An event that somebody of the bureau took with reason, basis and document.</summary>
/// <param name="Grounds">理由与依据. Why.</param>
public abstract record CrimeTransferStep(Grounds Grounds) : CrimeTransferEvent
{
    /// <inheritdoc/>
    public override string? LegalBasis => Grounds.Basis;

    /// <inheritdoc/>
    public override string? Document => Grounds.DocumentNumber;
}
