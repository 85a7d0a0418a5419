using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Notifications;

/// <summary>Who gets a row of what a commit has to tell.</summary>
public sealed class NoticeDeskTests
{
    private const string Subject = "case/AJ20260001";

    private static readonly DateTimeOffset At = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    private static readonly Recipient[] Everybody =
    [
        new("officer", Roles.Officer, "INSPECTION", null),
        new("second", Roles.Officer, "INSPECTION", null),
        new("head", Roles.SectionHead, "INSPECTION", null),
        new("other-head", Roles.SectionHead, "QUALITY", null),
        new("leader", Roles.Leader, "OFFICE", null),
        new("deputy", Roles.SectionHead, "OFFICE", null),
        new("police", Roles.Liaison, null, "PUBLIC_SECURITY"),
        new("tobacco", Roles.Liaison, null, "TOBACCO"),
    ];

    [Fact]
    public void Whoever_did_it_himself_is_not_told() =>
        Assert.Equal(["second"], Told(Notice.ToEach(NotificationKind.Assigned, ["officer", "second"])));

    [Fact]
    public void Nobody_is_told_of_what_does_not_exist_for_them() =>
        Assert.Equal(
            ["police"],
            Told(
                [new Notice(NotificationKind.Waiting, Addressee.Of("PUBLIC_SECURITY")), .. Notice.ToEach(NotificationKind.Due, ["second"])],
                sees: reader => reader.Agency == "PUBLIC_SECURITY"));

    [Fact]
    public void Who_is_not_in_the_directory_is_told_nothing() =>
        Assert.Empty(Told(Notice.ToEach(NotificationKind.Assigned, ["gone"])));

    [Fact]
    public void An_office_is_held_in_the_bureau_by_role_and_section_and_of_an_agency_by_all_its_people()
    {
        Assert.Equal(["leader"], Told([new Notice(NotificationKind.Waiting, Addressee.Holding(Roles.Leader))]));
        Assert.Equal(["head"], Told([new Notice(NotificationKind.Late, Addressee.Holding(Roles.SectionHead, "INSPECTION"))]));
        Assert.Equal(["tobacco"], Told([new Notice(NotificationKind.Waiting, Addressee.Of("TOBACCO"))]));
    }

    [Fact]
    public void The_heads_of_an_office_are_those_of_the_sections_in_which_it_is_held()
    {
        var officers = Addressee.Holding(Roles.Officer);
        Assert.Equal(["second"], Told([new Notice(NotificationKind.Due, officers)]));
        Assert.Equal(["head", "second"], Told([new Notice(NotificationKind.Due, officers with { WithHeads = true })]));
        Assert.Equal(["tobacco"], Told([new Notice(NotificationKind.Due, Addressee.Of("TOBACCO") with { WithHeads = true })]));
    }

    [Fact]
    public void A_deputy_is_told_of_the_steps_that_an_authorisation_names()
    {
        var filing = Addressee.Holding(Roles.Leader) with { Deputies = WireName.Of(ApprovalStep.Filing) };
        Assert.Equal(["deputy", "leader"], Told([new Notice(NotificationKind.Waiting, filing)]));
        var closing = filing with { Deputies = WireName.Of(ApprovalStep.Closing) };
        Assert.Equal(["leader"], Told([new Notice(NotificationKind.Waiting, closing)]));
    }

    [Fact]
    public void The_same_is_told_once_and_different_deadlines_are_different()
    {
        var rows = Rows(
            [
                (3, new Notice(NotificationKind.Late, Addressee.Person("head"), "case.decision")),
                (4, new Notice(NotificationKind.Late, Addressee.Holding(Roles.SectionHead, "INSPECTION"), "case.decision")),
                (4, new Notice(NotificationKind.Late, Addressee.Person("head"), "case.service")),
            ]);
        Assert.Equal(
            [("head", "LATE", 3, "case.decision"), ("head", "LATE", 4, "case.service")],
            rows.Select(row => (row.UserName, row.Kind, row.Number, row.Detail)));
        Assert.All(rows, row => Assert.Equal((Subject, At.ToUnixTimeMilliseconds(), true), (row.Subject, row.At, row.IsUnread)));
    }

    private static IEnumerable<string> Told(IEnumerable<Notice> notices, Func<Actor, bool>? sees = null) =>
        Rows([.. notices.Select(notice => (1, notice))], sees).Select(row => row.UserName);

    private static IReadOnlyList<NotificationRow> Rows(IReadOnlyList<(int, Notice)> told, Func<Actor, bool>? sees = null)
    {
        var deputies = Enum.GetValues<ApprovalStep>().ToDictionary(
            WireName.Of, step => (IReadOnlyList<string>)(step is ApprovalStep.Filing ? ["deputy"] : []));
        var actor = new Actor("officer", Roles.Officer, "INSPECTION", null, Guid.Empty);
        return NoticeDesk.RowsOf(Subject, told, actor, At, sees ?? (_ => true), Everybody, deputies);
    }
}
