using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.CrimeTransfers;

/// <summary>A transfer as a test tells it.</summary>
internal sealed class CrimeTransferTale
{
    public static readonly Actor Head = new("leader", Roles.Leader, "OFFICE", null, Guid.Empty);
    public static readonly Actor Police = new("liaison", Roles.Liaison, null, "police", Guid.Empty);
    public static readonly Actor Chief = new("chief", Roles.SectionHead, "INSPECTION", null, Guid.Empty);
    public static readonly Actor Legal = new("legal", Roles.Legal, "LEGAL", null, Guid.Empty);

    public static readonly AttachmentReference Scan = new(new string('a', 64), "回执.pdf");

    /// <summary>The files that were brought: the scan, and nothing else.</summary>
    public static readonly ScansFound Scans = new(new Dictionary<string, KeptContent> { [Scan.Hash] = new("application/pdf", 1000) });

    private CaseState _case = CaseTale.Filed().Do(CaseTale.Figures(goods: 80_000_00, sales: 50_000_00)).Case;

    public CrimeTransferState? State { get; private set; }

    public CrimeTransferState Transfer => State!;

    public List<CrimeTransferEvent> Journal { get; } = [];

    public DateTimeOffset Now { get; private set; } = Some.TenOClock(Some.Today);

    public static CrimeTransferTale Opened(DateTimeOffset? at = null) => new CrimeTransferTale().At(at ?? Some.TenOClock(Some.Today)).Do(new OpenCrimeTransfer(CaseTale.Number, "police", Some.Grounds));

    public static CrimeTransferTale Reported(DateTimeOffset? at = null) => Opened(at).Do(new NameTransferTaskGroup(["officer", "second"], "达到追诉标准", Some.Grounds));

    public static CrimeTransferTale Approved(DateTimeOffset? at = null) => Reported(at).Do(new DecideCrimeTransfer(true, Some.Grounds), Head);

    public static CrimeTransferTale SentAlone(DateTimeOffset? at = null) =>
        Approved(at).Do(new SendCrimeTransfer([.. Enum.GetValues<TransferMaterial>()], Some.Grounds));

    /// <summary>Sent, and copied to the prosecutors at once.</summary>
    public static CrimeTransferTale Sent(DateTimeOffset? at = null) => SentAlone(at).Do(new CopyToProsecutors(false, Some.Grounds));

    public static CrimeTransferTale Received(DateTimeOffset? at = null) => Sent(at).Do(new RecordPoliceReceipt("收1"), Police);

    public static CrimeTransferTale Filed(DateTimeOffset? at = null) => Received(at).Do(new RecordPoliceDecision(true, null, "立1"), Police);

    public static CrimeTransferTale Declined(DateTimeOffset? at = null) => Received(at).Do(new RecordPoliceDecision(false, "证据不足", "不立1"), Police);

    public static CrimeTransferTale Reconsidered(DateTimeOffset? at = null) => Declined(at).Do(new RequestReconsideration(Some.Grounds));

    public static CrimeTransferTale Upheld(DateTimeOffset? at = null) => Reconsidered(at).Do(new RecordPoliceDecision(false, "维持", "复1"), Police);

    public static CrimeTransferTale Supervised(DateTimeOffset? at = null) => Upheld(at).Do(new RequestProsecutorSupervision(Some.Grounds));

    public static CrimeTransferTale Judged() => Filed().Do(new RecordJudgment(JudgmentOutcome.Sentenced, "区人民法院", "刑初1", "有期徒刑一年"), Police);

    /// <summary>The case as it stands from now on.</summary>
    public CrimeTransferTale Of(CaseState found)
    {
        _case = found;
        return this;
    }

    public CrimeTransferTale At(DateTimeOffset instant)
    {
        Now = instant;
        return this;
    }

    public CrimeTransferTale After(double days) => At(Now.AddDays(days));

    public CrimeTransferTale Do(CrimeTransferCommand command, Actor? actor = null, object? fact = null)
    {
        var decision = Decide(command, actor, fact);
        Assert.True(decision.Refusal is null, decision.Refusal?.Message.English);
        foreach (var happened in decision.Events)
        {
            var stored = CrimeTransfer.Concept.ReadEvent(CrimeTransfer.Concept.KindOf(happened), CrimeTransfer.Concept.WriteEvent(happened));
            State = CrimeTransfer.Apply(State, (CrimeTransferEvent)stored);
            Journal.Add((CrimeTransferEvent)stored);
        }

        Assert.Empty(State is null ? [] : CrimeTransfer.Check(State));
        return this;
    }

    public Refusal? Refused(CrimeTransferCommand command, Actor? actor = null) => Decide(command, actor, null).Refusal;

    public CrimeTransferTale Told() => Do(new CrimeTransferDeadlineReached(CrimeTransferDeadlines.CaseNotice, Transfer.Untold[0].At), Actor.System(Guid.Empty), new Answered(Transfer.Untold[0].Told, null));

    /// <summary>Lets the clock meet everything that is due by now, each at its own instant.</summary>
    public CrimeTransferTale ClockRuns()
    {
        var end = Now;
        while (CrimeTransferDeadlines.Of(Transfer).Where(open => open.DueAt <= end && open.Kind != CrimeTransferDeadlines.CaseNotice).MinBy(open => open.DueAt) is { } due)
        {
            At(due.DueAt).Do(new CrimeTransferDeadlineReached(due.Kind, due.DueAt), Actor.System(Guid.Empty));
        }

        return At(end);
    }

    public DateTimeOffset DueAt(string kind) => Transfer.Clocks.Find(kind)!.DueAt!.Value;

    private Decision<CrimeTransferEvent> Decide(CrimeTransferCommand command, Actor? actor, object? fact) =>
        CrimeTransfer.Concept.Decided(State, command, new Circumstances(actor ?? Some.Officer, Now, WorkingCalendar.BuiltIn)
        {
            Key =
            CaseTale.Transfer
        }.With(new TransferCaseFact(_case)).With(Scans).WithLists().With(fact));
}
