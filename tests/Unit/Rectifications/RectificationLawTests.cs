using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeRectification;

namespace ShuangDa.Tests.Unit.Rectifications;

public sealed class RectificationLawTests
{
    internal static readonly (string Name, RectificationState? State)[] States =
    [
        ("(not ordered)", null),
        ("Ordered", Ordered()),
        ("Ordered, extended", Extended()),
        ("Reported", Reported()),
        ("Overdue", Overdue()),
        ("Overdue, certificate", Lapse(OrderedForCertificate(), RectificationDeadlines.Due)),
        ("Failed, body told", Tell(FailedForCertificate(), NowForCertificate, Accept(RectificationMeasure.CertificationBody))),
        ("Failed, withdrawal declined", WithdrawalDeclined()),
        ("Overdue, no licence", Lapse(OrderedWithoutLicence(), RectificationDeadlines.Due)),
        ("Failed", Failed()),
        ("Failed, suspension declined", Declined()),
        ("Failed, suspended", Suspended()),
        ("Failed, withdrawal requested", WithdrawalRequested()),
        ("Failed, reported for banning", ReportedForBanning()),
        ("Failed, enterprise ended", Tell(Failed(), Now, new NoteEnterpriseClosing(Some.Today))),
        ("Passed", Passed()),
        ("Referred", Tell(Reported(), Now, Reinspect(ReinspectionResult.Referred))),
        ("Void", Tell(Ordered(), Now, new VoidRectification(Some.Grounds))),
    ];

    private static readonly string[] DeadlineKinds = [RectificationDeadlines.Warning, RectificationDeadlines.Due, RectificationDeadlines.Reinspection, RectificationDeadlines.MeasureDecision, RectificationDeadlines.LicenceChange];

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var commands = LawTable.Of(Rectification.Concept, Now, States);
        var results = States.Where(state => state.State is not null).SelectMany(state => Enum.GetValues<ReinspectionResult>().Select(result =>
            LawTable.Line(state.Name, $"Reinspect {result}", Rectification.Concept.Decided(state.State, Reinspect(result), Now))));
        var measures = States.Where(state => state.State is not null).SelectMany(state => Enum.GetValues<RectificationMeasure>().SelectMany(measure => new[]
        {
            LawTable.Line(state.Name, $"Propose {measure}", Rectification.Concept.Decided(state.State, new ProposeRectificationMeasure(measure, "理由"), Now)),
            LawTable.Line(state.Name, $"Accept {measure}", Rectification.Concept.Decided(state.State, Accept(measure), Now)),
            LawTable.Line(state.Name, $"Decline {measure}", Rectification.Concept.Decided(state.State, Decline(measure), Now)),
            LawTable.Line(state.Name, $"Answer {measure}", Rectification.Concept.Decided(state.State, new RecordMeasureAnswer(measure, Granted: true, "同意"), Now)),
        }));
        var clock = States.Where(state => state.State is not null).SelectMany(state => DeadlineKinds.Select(kind => Met(state.Name, state.State!, kind)));
        Approved.Law("Rectification", string.Join("\n\n", new[] { commands, string.Join('\n', results), string.Join('\n', measures), string.Join('\n', clock) }));
    }

    [Fact]
    public void Every_status_has_its_rows_in_the_table() =>
        Assert.Equal(Enum.GetValues<RectificationStatus>(), States.Where(state => state.State is not null).Select(state => state.State!.Status).Distinct().Order());

    [Fact]
    public void A_term_has_passed_on_the_day_after_its_last()
    {
        Assert.Equal(Some.Today.AddDays(1), new RectificationFellOverdue(Some.Today, Some.Today.AddDays(5)).EffectiveOn);
        Assert.Equal(Some.Today.AddDays(1), new RectificationDeadlineLapsed(new RectificationLapse(RectificationDeadlines.Reinspection, Some.Today, "R", null, null)).EffectiveOn);
    }

    private static string Met(string name, RectificationState rectification, string kind) => RectificationDeadlines.Of(rectification).SingleOrDefault(open => open.Kind == kind) is { } deadline
        ? LawTable.Line(name, kind, Rectification.Concept.Decided(rectification, new RectificationDeadlineReached(kind, deadline.DueAt), At(deadline.DueAt).With(Rectification.Concept.Owes(rectification) is { } owed ? new Answered(owed.Step, null) : null)))
        : $"{name,-34}{kind,-34}(not owed)";
}

internal sealed class RectificationStates() : SampleStates<RectificationState, RectificationCommand, RectificationEvent>(Rectification.Concept)
{
    public override IReadOnlyList<(string Name, RectificationState? State)> States => RectificationLawTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", Now)];
}
