using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Handovers;

/// <summary>Work that passes from one section to another (R3.4.1).</summary>
public sealed class SectionHandoverTests
{
    [Fact]
    public void Both_sections_find_what_passed_between_them()
    {
        // The section that has it passes it on, not the one that had it.
        var passed = SomeInspection.Tell(SomeInspection.Planned(), SomeInspection.On(Some.Today), new HandOverInspection(" QUALITY ", Some.Grounds));
        var theirs = SomeInspection.On(Some.Today) with { Actor = Some.Officer with { Roles = Roles.SectionHead, Section = "QUALITY" } };
        passed = SomeInspection.Tell(passed, theirs, new HandOverInspection("LEGAL", Some.Grounds));
        Assert.Equal(["INSPECTION>QUALITY", "QUALITY>LEGAL"], Passed(Inspection.Concept, passed));
        Assert.Equal(["INSPECTION>QUALITY"], Passed(Rectification.Concept, SomeRectification.Tell(SomeRectification.Failed(), SomeRectification.Now, new HandOverRectification("QUALITY", Some.Grounds))));
        Assert.Equal(["INSPECTION>QUALITY"], Passed(CrimeTransfer.Concept, CrimeTransferTale.Received().Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head).Transfer));
        Assert.Equal(["INSPECTION>QUALITY"], Passed(Case.Concept, CaseTale.Served().Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head).Case));
    }

    [Fact]
    public void Hand_overs_are_shown_in_their_order_from_the_first() => Assert.Equal(
        [(1, "QUALITY"), (2, "LEGAL")],
        SectionHandoverRow.Of("inspection/JC-1", [new SectionHandover(Some.Today, "INSPECTION", "QUALITY", "head"), new SectionHandover(Some.Today, "QUALITY", "LEGAL", "head")]).Select(row => (row.Place, row.ToSection)));

    [Fact]
    public void Deadlines_run_on_and_what_lapses_is_the_section_s_that_holds_it_then()
    {
        var before = CaseTale.Of();
        var runs = CaseDeadlines.Of(before.Case);
        var handed = before.Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head);
        Assert.Equal(runs.Select(open => open.DueAt), CaseDeadlines.Of(handed.Case).Select(open => open.DueAt));
        Assert.All(CaseDeadlines.Of(handed.Case), open => Assert.Equal("QUALITY", open.Section));
        Assert.Equal("QUALITY", handed.After(60).ClockRuns().Case.Lapses[0].Section);

        // What had lapsed before stays with the section that held it.
        var late = CaseTale.Of().After(60).Do(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head);
        Assert.Equal("INSPECTION", late.Case.Lapses.Single().Section);

        // The police answer for theirs whichever section holds the transfer.
        var transfer = CrimeTransferTale.Approved().Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head).After(3).ClockRuns();
        Assert.Equal("QUALITY", transfer.Transfer.Lapses.Single().Section);
        var received = CrimeTransferTale.Received().Do(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head).After(9).ClockRuns();
        Assert.Equal("police", received.Transfer.Lapses.Single().Section);

        var order = SomeRectification.Tell(SomeRectification.Reported(), SomeRectification.Now, new HandOverRectification("QUALITY", Some.Grounds));
        Assert.Equal("QUALITY", SomeRectification.Lapse(order, RectificationDeadlines.Reinspection).Lapses.Single().Section);
        Assert.Equal("QUALITY", Assert.Single(Inspection.Concept.Deadlines(SomeInspection.Tell(SomeInspection.Planned(), SomeInspection.On(Some.Today), new HandOverInspection("QUALITY", Some.Grounds)))).Section);
    }

    [Fact]
    public void A_hand_over_is_by_document_and_to_another_section()
    {
        Assert.Equal("documentNumber", Assert.IsType<InvalidInput>(CaseTale.Filed().Refused(new HandOverCase("QUALITY", Some.Grounds with { DocumentNumber = null }), CaseTale.Head)).Field);
        Assert.Equal("toSection", Assert.IsType<InvalidInput>(SomeRectification.Refused(SomeRectification.Ordered(), new HandOverRectification(" ", Some.Grounds))).Field);
        Assert.Empty(Inspection.Concept.Decided(SomeInspection.Planned(), new HandOverInspection("INSPECTION", Some.Grounds), SomeInspection.On(Some.Today)).Events);
    }

    /// <summary>A section that the list does not know, or knows as closed, takes nothing over; that nobody asked the list never reads as that it knows.</summary>
    [Fact]
    public void A_hand_over_is_to_a_section_that_is_there()
    {
        var closed = Some.On(Some.Today).WithLists(isOpen: false);
        var (refused, unasked) = (SectionHandover.Of("INSPECTION", "QUALITY", Some.Grounds, closed), Some.WithoutHolder(Some.Today));
        Assert.Equal(("toSection", null), (Assert.IsType<InvalidInput>(refused.Refused).Field, refused.Handover));
        Assert.Equal("section", Assert.IsType<InvalidInput>(SomeRectification.Refused(null, SomeRectification.Order with { Section = "QUALITY" }, SomeRectification.Now.WithLists(isOpen: false))).Field);
        Assert.Equal("section", Assert.IsType<InvalidInput>(SomeInspection.Refused(null, SomeInspection.Plan with { Section = "QUALITY" }, SomeInspection.On(Some.Today).WithLists(isOpen: false))).Field);
        Assert.Throws<InvalidOperationException>(() => SectionHandover.Of("INSPECTION", "QUALITY", Some.Grounds, unasked));
        Assert.Empty(Inspection.Concept.Decided(SomeInspection.Planned(), new HandOverInspection("INSPECTION", Some.Grounds), SomeInspection.On(Some.Today).WithLists(isOpen: false)).Events);
    }

    /// <summary>Whoever still belongs to a section that is closed gives it no new work: what asks for a section has to be told one, a lead is taken without.</summary>
    [Fact]
    public void New_work_is_not_given_to_a_section_that_is_closed()
    {
        var closed = new ListedFound((list, given) => list == Section.List ? new Section { Code = given, Name = given, IsClosed = given == Some.Officer.Section } : Some.Lists().Find(list, given));
        var plan = SomeInspection.On(Some.Today).With(closed);
        Assert.Equal("section", Assert.IsType<InvalidInput>(SomeInspection.Refused(null, SomeInspection.Plan, plan)).Field);
        Assert.Null(SomeInspection.Refused(null, SomeInspection.Plan with { Section = "QUALITY" }, plan));
        Assert.Null(SomeInspection.Refused(null, SomeInspection.Plan, plan with { Actor = Some.Officer with { Section = null } }));
        var order = SomeRectification.Now.With(closed);
        Assert.Equal("section", Assert.IsType<InvalidInput>(SomeRectification.Refused(null, SomeRectification.Order, order)).Field);
        Assert.Null(SomeRectification.Refused(null, SomeRectification.Order with { Section = "QUALITY" }, order));

        var lead = new RecordLead("某厂生产不合格涂料案", ViolationKind.AdulterationOrSubstandard, LeadSource.Inspection, Some.Today, "监督检查发现涂料不合格", null, null, null, PartyKind.Enterprise, "某厂", null, [], null, false);
        var taken = new Circumstances(Some.Officer, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }.WithCaseFacts();
        Assert.Equal(Some.Officer.Section, SectionOf(taken));
        Assert.Null(SectionOf(taken.With(closed)));

        string? SectionOf(Circumstances now) => Case.Concept.Decided(null, lead, now).Events.OfType<LeadRecorded>().Single().Section;
    }

    [Fact]
    public void What_is_done_is_not_handed_over()
    {
        Assert.Equal(new InspectionNotPlanned(InspectionStatus.Recorded), SomeInspection.Refused(SomeInspection.Recorded(), new HandOverInspection("QUALITY", Some.Grounds)));
        Assert.Equal(new RectificationNotOpen(RectificationStatus.Passed), SomeRectification.Refused(SomeRectification.Passed(), new HandOverRectification("QUALITY", Some.Grounds)));
        Assert.Equal(new TransferNotInStatus(TransferStatus.HandedOver), CrimeTransferTale.Filed().Do(new HandOverEvidence("涂料", Some.Grounds)).Refused(new ChangeTransferSection("QUALITY", Some.Grounds), CrimeTransferTale.Head));
        Assert.Equal(new CaseNotInStage(CaseStage.NotFiled), CaseTale.Of().Do(new DecideNotToFile(Some.Grounds), CaseTale.Head).Refused(new HandOverCase("QUALITY", Some.Grounds), CaseTale.Head));
    }

    private static IEnumerable<string> Passed(Concept concept, object state) => concept.RowsOf($"{concept.Name}/1", state, 1).OfType<SectionHandoverRow>().OrderBy(row => row.Place).Select(row => $"{row.FromSection}>{row.ToSection}");
}
