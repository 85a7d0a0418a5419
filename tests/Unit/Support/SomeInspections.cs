using System.Collections.Immutable;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Inspections that are valid, so that a test says only what it is about.</summary>
internal static class SomeInspection
{
    public static readonly ImmutableArray<string> TwoOfficers = ["liang", "shao"];

    public static readonly ImmutableArray<FindingReport> AllConforming =
    [
        new(ChecklistItem.KeyMaterials, FindingResult.Conforming),
        new(ChecklistItem.Premises, FindingResult.Conforming),
        new(ChecklistItem.MaterialsAndSteps, FindingResult.Conforming),
    ];

    public static readonly ImmutableArray<FindingReport> OneSerious = AllConforming.SetItem(1, new(ChecklistItem.TestEquipment, FindingResult.Nonconforming, FindingSeverity.Serious, "检验设备未检定"));

    public static readonly InspectionFacts Facts = new()
    {
        EnterpriseIsRegistered = true,
        EnterpriseProductClass = "CLOTHING",
        Licences = [Some.ProductionLicenceNumber],
        CaseParties = [Some.CreditCode],
    };

    public static PlanInspection Plan => new(Some.CreditCode, InspectionBasis.Sweep, Some.Today.AddDays(10), "双打2026", TwoOfficers);

    public static RecordInspection FilledIn => new(TwoOfficers, AllConforming, InspectionResult.None, "未发现问题");

    public static SignatureReport Unsigned => new(SignatureOutcome.Refused, Reason: "对不符合项有异议", Witness: "居委会 周敏");

    public static CorrectInspectionRecord Correction => new(new Grounds("检查日误填", "市场监督管理行政处罚程序规定 第二十二条"));

    public static Circumstances On(DateOnly day, InspectionFacts? facts = null) => At(Some.TenOClock(day), facts);

    public static Circumstances At(DateTimeOffset instant, InspectionFacts? facts = null) => new Circumstances(Some.Officer, instant, WorkingCalendar.BuiltIn) { Key = "JC-0123456789" }.With(facts ?? Facts).WithLists();

    public static InspectionState Planned() => Tell(null, On(Some.Today), Plan);

    public static InspectionState Begun() => Tell(null, On(Some.Today), new BeginInspection(Some.CreditCode, TwoOfficers));

    public static InspectionState Late() => Tell(Planned(), At(ShanghaiTime.EndOf(Some.Today.AddDays(10))), new InspectionDeadlineReached(Inspection.Due, ShanghaiTime.EndOf(Some.Today.AddDays(10))));

    public static InspectionState Recorded() => Tell(Planned(), On(Some.Today), FilledIn);

    public static InspectionState WithCase() => Tell(Planned(), On(Some.Today), FilledIn with { Findings = OneSerious, Result = InspectionResult.Case, Violation = ViolationKind.ForgedQualityMark });

    public static InspectionState Cancelled() => Tell(Planned(), On(Some.Today), new CancelInspection(Some.Grounds));

    public static InspectionState Ended() => Tell(Planned(), On(Some.Today), new NoteInspectedClosing(Some.Today));

    /// <summary>The inspection after commands that must all be accepted.</summary>
    public static InspectionState Tell(InspectionState? inspection, Circumstances now, params ReadOnlySpan<InspectionCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = Inspection.Concept.Decided(inspection, command, now);
            Assert.Null(decision.Refusal);
            inspection = decision.Events.Aggregate(inspection, Inspection.Apply);
            Assert.Empty(Inspection.Check(inspection!));
        }

        return inspection!;
    }

    public static Refusal? Refused(InspectionState? inspection, InspectionCommand command, Circumstances? now = null) => Inspection.Concept.Decided(inspection, command, now ?? On(Some.Today)).Refusal;
}

/// <summary>Orders to put something right that are valid, so that a test says only what it is about.</summary>
internal static class SomeRectification
{
    public static readonly DateOnly DueOn = new(2026, 4, 1);

    public static readonly Circumstances Now = On(Some.Today);

    public static OrderRectification Order => new(Some.CreditCode, ["检验设备按期检定", "建立原材料进厂检验制度"], Some.Grounds, Licence: Some.ProductionLicenceNumber);

    public static RecordReinspection Reinspect(ReinspectionResult result) => new(result, SomeInspection.TwoOfficers, "现场复查", Some.Grounds, result is ReinspectionResult.Extended ? DueOn.AddDays(20) : null, result is ReinspectionResult.Referred ? "区农业局" : null);

    public static DecideRectificationMeasure Accept(RectificationMeasure measure) =>
        new(measure, Accept: true, Some.Grounds, measure is RectificationMeasure.Suspension ? new DateOnly(2026, 12, 31) : null,
        Case: measure is RectificationMeasure.Suspension or RectificationMeasure.ConditionsCase ? Some.CaseOnPaper : null);

    public static DecideRectificationMeasure Decline(RectificationMeasure measure) => new(measure, Accept: false, Some.Grounds);

    public static RectificationFacts Facts => new() { EnterpriseIsRegistered = true, EnterpriseProductClass = "CLOTHING", Licence = Some.ActiveLicence() };

    public static Circumstances On(DateOnly day, RectificationFacts? facts = null) => At(Some.TenOClock(day), facts);

    public static Circumstances At(DateTimeOffset instant, RectificationFacts? facts = null) =>
        new Circumstances(Some.Officer, instant, WorkingCalendar.BuiltIn) { Key = "ZG-0123456789" }
        .With(facts ?? Facts).With(CountedSoFar.Nothing).WithLists();

    /// <summary>Who decides what was proposed.</summary>
    public static readonly Actor Deciding = new("head", Roles.SectionHead, Some.Officer.Section, null, Guid.Empty);

    public static RectificationState Ordered() => Tell(null, Now, Order);

    public static RectificationState OrderedWithoutLicence() => Tell(null, Now, Order with { Licence = null });

    /// <summary>An order about a certificate, which is its certification body's.</summary>
    public static Circumstances NowForCertificate => On(Some.Today, Facts with { Licence = Some.ActiveLicence(Some.CertificateNumber) });

    public static RectificationState OrderedForCertificate() =>
        Tell(null, NowForCertificate, Order with { Licence = Some.CertificateNumber });

    public static RectificationState FailedForCertificate() =>
        Tell(OrderedForCertificate(), NowForCertificate, new ReportRectification("已整改完毕"), Reinspect(ReinspectionResult.StillInViolation));

    public static RectificationState WithdrawalDeclined() =>
        Tell(WithdrawalRequested(), Now, new RecordMeasureAnswer(RectificationMeasure.Withdrawal, Granted: false, "不予撤销", "沪市监复〔2026〕7号"));

    public static RectificationState Extended() => Tell(Ordered(), Now, new ExtendRectification(DueOn.AddDays(20), Some.Grounds));

    public static RectificationState Reported() => Tell(Ordered(), Now, new ReportRectification("已整改完毕"));

    public static RectificationState Overdue() => Lapse(Ordered(), RectificationDeadlines.Due);

    public static RectificationState Failed() => Tell(Reported(), Now, Reinspect(ReinspectionResult.StillInViolation));

    public static RectificationState Passed() => Tell(Reported(), Now, Reinspect(ReinspectionResult.Complied));

    public static RectificationState Suspended() => Tell(Failed(), Now, Accept(RectificationMeasure.Suspension));

    public static RectificationState WithdrawalRequested() => Tell(Suspended(), Now, Accept(RectificationMeasure.Withdrawal));

    public static RectificationState ReportedForBanning() => Tell(WithdrawalRequested(), Now, Accept(RectificationMeasure.Banning));

    public static RectificationState Declined() => Tell(Failed(), Now, Decline(RectificationMeasure.Suspension));

    /// <summary>The order after a deadline was met at its own instant.</summary>
    public static RectificationState Lapse(RectificationState rectification, string kind)
    {
        var due = RectificationDeadlines.Of(rectification).Single(open => open.Kind == kind);
        return Tell(rectification, At(due.DueAt), new RectificationDeadlineReached(kind, due.DueAt));
    }

    /// <summary>The order after commands that must all be accepted.</summary>
    public static RectificationState Tell(RectificationState? rectification, Circumstances now, params ReadOnlySpan<RectificationCommand> commands)
    {
        foreach (var command in commands)
        {
            // What one person proposes another decides.
            var by = command is DecideRectificationMeasure ? now with { Actor = Deciding } : now;
            var decision = Rectification.Concept.Decided(rectification, command, by);
            Assert.Null(decision.Refusal);
            rectification = decision.Events.Aggregate(rectification, Rectification.Apply);
            Assert.Empty(Rectification.Check(rectification!));
        }

        return rectification!;
    }

    public static Refusal? Refused(RectificationState? rectification, RectificationCommand command, Circumstances? now = null) => Rectification.Concept.Decided(rectification, command, now ?? Now).Refusal;
}
