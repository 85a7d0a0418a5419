using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Dens;

/// <summary>A den is recorded once, put right by the head of its section, banned by the head of the bureau, and ends with what was planned
/// and ordered there.</summary>
public sealed class DenTests
{
    internal const string Number = "WD-0000000001";

    internal const string Case = "AJ-0000000001";

    internal const string Order = "ZG-0000000001";

    internal static readonly RecordDen Record = new(
        "盈港路无名作坊", "青浦区盈港路无名弄内", "假冒品牌锁具", LeadSource.Inspection, "朱家角镇", ["COATINGS"], "JC-0123456789");

    internal static readonly BanDen Ban = new(Some.Grounds, Case);

    internal static readonly EndDen End = new(DenEnding.Gone, Some.Grounds);

    [Fact]
    public void The_law_table_reads_as_reviewed() => Approved.Law("Den", LawTable.Of(Den.Concept, Now(), new DenStates().States));

    [Fact]
    public void A_den_has_a_number_that_people_say_and_is_its_section_s()
    {
        var den = Found();
        Assert.Equal((Number, DenStatus.Found, "INSPECTION", "head"), (den.Number, den.Status, den.Section, den.FoundBy));
        Assert.Equal("窝点〔2026〕12号", den.Serial.Text);
        Assert.Equal("2026-3", OfficialNumber.PlainOf("窝点〔2026〕3号"));
        Assert.Equal(("朱家角镇", Some.Today), (den.Details.Area, den.Details.FoundOn));
        Assert.Equal(Some.Today.AddDays(-3), Told(null, Now(), Record with { FoundOn = Some.Today.AddDays(-3) }).Details.FoundOn);
    }

    [Fact]
    public void What_is_wrong_with_its_record_is_said_by_the_field()
    {
        Assert.Equal("name", Problem(null, Record with { Name = " " }).Field);
        Assert.Equal("address", Problem(null, Record with { Address = "" }).Field);
        Assert.Equal("products", Problem(null, Record with { Products = "" }).Field);
        Assert.Equal("foundOn", Problem(null, Record with { FoundOn = Some.Today.AddDays(1) }).Field);
        Assert.Equal("productClasses", Problem(null, Record, Now().With(Some.Lists(isOpen: false))).Field);
        var nowhere = Record with { ProductClasses = null };
        Assert.Equal("area", Problem(null, nowhere with { Section = "FOOD" }, Now().With(new ListedFound(NoArea))).Field);
        Assert.Equal("number", Problem(null, Record, Now() with { Key = "ZG-0000000001" }).Field);
        Assert.Equal("name", Problem(Found(), Correction with { Name = " " }).Field);
        Assert.Equal("reason", Problem(Found(), Correction with { Grounds = Some.Grounds with { Reason = "" } }).Field);

        static ListedEntry? NoArea(ListedConcept list, string code) => list == Area.List ? null : Some.Lists().Find(list, code);
    }

    [Fact]
    public void A_den_that_has_not_ended_is_recorded_once()
    {
        var taken = new DenAlreadyRecorded(Number, "窝点〔2026〕12号", Record.Name, Record.Address);
        var atPlace = Now().With(new DenAtPlace(Found()));
        Assert.Equal(taken, Refusal(null, Record, atPlace));
        Assert.Equal(taken, Refusal(Found(), Correction, atPlace));
        Assert.Equal(taken, Refusal(Ended(), new ReopenDen(Some.Grounds), atPlace));
        Assert.Null(Refusal(Ended(), Correction, atPlace));
        var spaced = Record with { Name = " 盈港路 无名作坊", Address = "青浦区盈港路　无名弄内" };
        Assert.Equal(NamesOf(Found()), NamesOf(Told(null, Now(), spaced)));
        Assert.Single(NamesOf(Ended()));
        Assert.IsType<AlreadyExists>(Refusal(Found(), Record));

        static IEnumerable<string> NamesOf(DenState den) => Den.Concept.UniqueNames(den);
    }

    [Fact]
    public void A_correction_keeps_what_it_said_before_and_what_is_left_out()
    {
        var corrected = Assert.IsType<DenCorrected>(Assert.Single(Events(Found(), Correction)));
        Assert.Equal((Found().Details.Address, "青浦区盈港路18弄"), (corrected.From.Address, corrected.To.Address));
        Assert.Equal(
            (Record.Name, "朱家角镇", "JC-0123456789"), (corrected.To.Name, corrected.To.Area, corrected.To.SourceReference));
        Assert.Contains("地址由“青浦区盈港路无名弄内”改为“青浦区盈港路18弄”", corrected.Summary.Chinese, StringComparison.Ordinal);
        Assert.Equal("举1", Told(Found(), Now(), Correction with { SourceReference = "举1" }).Details.SourceReference);
        Assert.Equal(["FOOD"], Told(Found(), Now(), Correction with { ProductClasses = ["食品"] }).Details.ProductClasses);
        Assert.Empty(Events(Found(), Correction with { Address = Record.Address }));
        var others = Now(Head with { Section = "FOOD" });
        Assert.IsType<NotHeadOfSection>(Refusal(Found(), Correction, others));
    }

    [Fact]
    public void Who_runs_it_is_kept_encrypted_and_once()
    {
        var known = new RecordDenOperator("王某", "13800000000", null);
        Assert.Equal("密文", Told(Found(), Now(), known).Operator);
        Assert.Empty(Events(Found(), known, Now().With(new ParticularsSealed("密文", AreAlreadyKept: true))));
        Assert.Equal("telephone", Problem(Found(), known with { Telephone = "无" }).Field);
        Assert.DoesNotContain("王某", known.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("王某", Den.Concept.WriteCommand(known).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ban_rests_on_a_decided_case_of_the_den_or_on_an_order_after_which_it_was_granted()
    {
        Assert.Equal("case", Problem(Found(), new BanDen(Some.Grounds)).Field);
        Assert.Equal("basis", Problem(Found(), Ban with { Grounds = Some.Grounds with { Basis = "" } }).Field);
        Assert.IsType<NotFound>(Refusal(Found(), Ban, Now().With(new BanBasisFound(null, null))));
        Assert.Equal(
            new BasisOfAnother(Case, Number), Refusal(Found(), Ban, Now().With(new BanBasisFound(CaseTale.Served().Case, null))));
        var filed = CaseTale.Filed().Case;
        Assert.Equal(
            new NothingBansYet(Case), Refusal(Found(), Ban, Now().With(new BanBasisFound(OfDen(filed), null))));

        // A decision is one for the party when it is served, and none when it is annulled (行政处罚法 第六十一条、第七十五条).
        Assert.Equal(
            new NothingBansYet(Case), Refusal(Found(), Ban, Now().With(new BanBasisFound(OfDen(CaseTale.Decided().Case), null))));
        Assert.Equal(new NothingBansYet(Case), Refusal(Found(), Ban, Now().With(Annulled)));
        Assert.Equal(new NothingBansYet(Case), Refusal(Proposed(), Approve, Now().With(Annulled)));
        var onOrder = new BanDen(Some.Grounds, Order: Order);
        Assert.Null(Refusal(Found(), onOrder));
        Assert.Equal(new BasisOfAnother(Order, Number), Refusal(Found(), onOrder, Now().With(new BanBasisFound(null, Granted(den: null)))));
        Assert.Equal(
            new NothingBansYet(Order), Refusal(Found(), onOrder, Now().With(new BanBasisFound(null, Granted(isGranted: false)))));
        Assert.IsType<NotFound>(Refusal(Found(), onOrder, Now().With(new BanBasisFound(null, null))));
    }

    [Fact]
    public void The_head_bans_and_nobody_bans_what_they_proposed_or_investigated()
    {
        var proposed = Proposed();
        Assert.Equal((DenStatus.Found, ApprovalStep.DenBan, "officer"),
            (proposed.Status, proposed.Approvals[0].Step, proposed.Approvals[0].AskedBy));
        Assert.Equal(new ApprovalPending(1, "officer"), Refusal(proposed, Ban));
        Assert.IsType<NotAuthorisedToDecide>(Refusal(proposed, Approve, Now().With(new DeciderFound(IsHead: false, []))));
        Assert.Null(Refusal(proposed, Approve, Now().With(new DeciderFound(IsHead: false, [ApprovalStep.DenBan]))));
        Assert.IsType<DeciderTookPart>(Refusal(proposed, Approve, Now(Some.Officer)));
        Assert.IsType<DeciderTookPart>(Refusal(proposed, Approve, Now(Head with { User = "second" })));
        Assert.Equal(new NothingToDecide(2), Refusal(proposed, new ApproveDenBan(2, null)));
        Assert.Equal("on", Problem(proposed, Approve with { On = Some.Today.AddDays(-1) }).Field);

        var banned = Banned();
        Assert.Equal((DenStatus.Banned, Case, Some.Today), (banned.Status, banned.Bans[0].Case, banned.Bans[0].BannedOn));
        Assert.Equal((ApprovalOutcome.Approved, "head"), (banned.Approvals[0].Outcome, banned.Approvals[0].DecidedBy));
        Assert.Empty(Events(banned, Ban));
        Assert.Equal(2, Told(banned, Now(Some.Officer), new BanDen(Some.Grounds, Order: Order)).Approvals.Length);
    }

    [Fact]
    public void A_ban_is_returned_by_the_head_and_taken_back_by_who_proposed_it()
    {
        Assert.Equal("reason", Problem(Proposed(), new ReturnDenBan(1, " ")).Field);
        Assert.Equal(ApprovalOutcome.Returned, Told(Proposed(), Now(), new ReturnDenBan(1, "证据不足")).Approvals[0].Outcome);
        Assert.Equal(ApprovalOutcome.Withdrawn, Told(Proposed(), Now(Some.Officer), new ReturnDenBan(1, "误提")).Approvals[0].Outcome);
        Assert.IsType<DeciderTookPart>(Refusal(Proposed(), new ReturnDenBan(1, "证据不足"), Now(Head with { User = "second" })));
        Assert.IsType<NothingToDecide>(Refusal(Banned(), new ReturnDenBan(1, "证据不足")));
    }

    [Fact]
    public void A_ban_by_a_case_counts_and_one_that_the_district_granted_was_counted_there()
    {
        Assert.Equal(
            [
                new TallyFact(
                    Some.Today, Measure.ProducersBanned, 1, "INSPECTION", ProductClass: "COATINGS", IsLicensed: false, Party: Number),
            ],
            Counted(Proposed()));
        Assert.Empty(Counted(Told(Found(), Now(Some.Officer), new BanDen(Some.Grounds, Order: Order))));

        static IEnumerable<TallyFact> Counted(DenState proposed)
        {
            var happened = Assert.Single(Events(proposed, Approve));
            return Den.Concept.TallyOf(proposed, happened, Den.Apply(proposed, happened));
        }
    }

    /// <summary>行政处罚法 第七十五条: a ban falls with the decision that it rested on, and what was counted of it is counted no more.</summary>
    [Fact]
    public void A_ban_is_taken_back_when_what_it_rested_on_stands_no_more_and_not_before()
    {
        var withdraw = new WithdrawDenBan(1, Some.Grounds);
        Assert.Equal(new BanStands(Case), Refusal(Banned(), withdraw));
        Assert.Equal(new NoSuchBan(2), Refusal(Banned(), withdraw with { Ban = 2 }, Now().With(Annulled)));
        Assert.Equal(new NoSuchBan(1), Refusal(Found(), withdraw));
        Assert.Equal("reason", Problem(Banned(), withdraw with { Grounds = Some.Grounds with { Reason = "" } }).Field);
        Assert.IsType<NotHeadOfSection>(Refusal(Banned(), withdraw, Now(Head with { Section = "FOOD" }).With(Annulled)));

        var happened = Assert.IsType<DenBanWithdrawn>(Assert.Single(Events(Banned(), withdraw, Now().With(Annulled))));
        Assert.Equal([Counted.Fact with { Amount = -1 }], Den.Concept.TallyOf(Banned(), happened, Den.Apply(Banned(), happened)));
        var free = Told(Banned(), Now().With(Annulled), withdraw);
        Assert.Equal((DenStatus.Found, 0), (free.Status, free.Bans.Length));
        Assert.Equal(DenStatus.Ended, Told(Told(Banned(), Now(), End), Now().With(Annulled), withdraw).Status);

        // Banned by two, it stays banned by the other; what the district government granted was counted with the order.
        var onOrder = new BanDen(Some.Grounds, Order: Order);
        var twice = Told(Told(Banned(), Now(Some.Officer), onOrder), Now(), new ApproveDenBan(2, null));
        Assert.Equal(DenStatus.Banned, Told(twice, Now().With(Annulled), withdraw).Status);
        var revoked = Now().With(new BanBasisFound(null, Granted(isGranted: false)));
        Assert.Empty(Assert.IsType<DenBanWithdrawn>(Assert.Single(Events(twice, withdraw with { Ban = 2 }, revoked))).Facts);
    }

    [Fact]
    public void Whoever_handled_the_order_does_not_approve_the_ban_that_rests_on_it()
    {
        var proposed = Told(Found(), Now(Some.Officer with { User = "third" }), new BanDen(Some.Grounds, Order: Order));
        Assert.Equal(new DeciderTookPart("officer"), Refusal(proposed, Approve, Now(Head with { User = "officer" })));
        Assert.Null(Refusal(proposed, Approve));
    }

    [Fact]
    public void What_was_counted_of_a_ban_follows_the_class_as_it_is_put_right()
    {
        var corrected = Assert.IsType<DenCorrected>(Assert.Single(Events(Banned(), Correction with { ProductClasses = ["食品"] })));
        Assert.Equal(
            [Counted.Fact with { Amount = -1 }, Counted.Fact with { ProductClass = "FOOD" }],
            Den.Concept.TallyOf(Banned(), corrected, Den.Apply(Banned(), corrected)));
        Assert.Null(Assert.IsType<DenCorrected>(Assert.Single(Events(Banned(), Correction))).Facts);

        // It was found before it was banned.
        var bannedOn = Some.Today.AddDays(-5);
        var banned = Banned() with { Bans = [Banned().Bans[0] with { BannedOn = bannedOn }] };
        Assert.Equal("foundOn", Problem(banned, Correction with { FoundOn = bannedOn.AddDays(1) }).Field);
        Assert.Null(Refusal(banned, Correction with { FoundOn = bannedOn }));
    }

    [Fact]
    public void Its_end_is_told_to_what_was_planned_and_ordered_and_so_is_that_it_is_there_again()
    {
        var ended = Told(Proposed(), Now(), End);
        Assert.Equal((DenStatus.Ended, ApprovalOutcome.Lapsed), (ended.Status, ended.Approvals[0].Outcome));
        Assert.Equal([Order, "JC-0000000001"], ended.OwedToMatters.Select(owed => owed.Number));
        var order = Den.Concept.Owes(ended)!;
        Assert.Equal(("rectification/ZG-0000000001", Den.OrderNews), (order.To, order.Deadline));
        Assert.Equal(new NoteEnterpriseClosing(Some.Today), order.Command);
        var told = After(ended, order);
        var inspection = Den.Concept.Owes(told)!;
        Assert.Equal(("inspection/JC-0000000001", Den.InspectionNews), (inspection.To, inspection.Deadline));
        Assert.Equal(new NoteInspectedClosing(Some.Today), inspection.Command);
        var done = After(told, inspection);
        Assert.Null(Den.Concept.Owes(done));

        var there = Told(done, Now(), new ReopenDen(Some.Grounds));
        Assert.Equal((DenStatus.Found, null), (there.Status, there.End));
        Assert.Equal(new NoteEnterpriseReopening(), Den.Concept.Owes(there)!.Command);
        Assert.Equal(DenStatus.Banned, Told(Told(Banned(), Now(), End), Now(), new ReopenDen(Some.Grounds)).Status);
        Assert.Empty(Events(Found(), new ReopenDen(Some.Grounds)));

        static DenState After(DenState den, Owed owed) =>
            Told(den, Now().With(new Answered(owed.Step, null)), new DenDeadlineReached(owed.Deadline, owed.Since));
    }

    [Fact]
    public void What_ended_is_ended_and_banned_no_more_and_one_that_became_an_enterprise_says_which()
    {
        Assert.IsType<DenHasEnded>(Refusal(Ended(), End));
        Assert.IsType<DenHasEnded>(Refusal(Ended(), Ban));
        var registered = End with { Ending = DenEnding.Registered, CreditCode = Some.CreditCode };
        Assert.Equal(Some.CreditCode, Told(Found(), Now(), registered).End!.CreditCode);
        Assert.IsType<NotFound>(Refusal(Found(), registered, Now().With(new SuccessorFound(IsRegistered: false))));
        Assert.Equal("enterpriseCreditCode", Problem(Found(), registered with { CreditCode = null }).Field);
        Assert.Equal("enterpriseCreditCode", Problem(Found(), End with { CreditCode = Some.CreditCode }).Field);
        Assert.Equal("reason", Problem(Found(), End with { Grounds = Some.Grounds with { Reason = "" } }).Field);
        Assert.Equal("reason", Problem(Ended(), new ReopenDen(Some.Grounds with { Reason = "" })).Field);
    }

    [Fact]
    public void What_was_still_to_be_told_of_an_end_is_told_before_that_there_was_none()
    {
        var again = Told(Told(Ended(), Now(), new ReopenDen(Some.Grounds)), Now(), End);
        DateOnly?[] ends = [Some.Today, Some.Today, null, null, Some.Today, Some.Today];
        Assert.Equal(ends, again.OwedToMatters.Select(owed => owed.ClosedOn));
        Assert.Equal(
            Enumerable.Repeat((string[])[Order, "JC-0000000001"], 3).SelectMany(each => each),
            again.OwedToMatters.Select(owed => owed.Number));
    }

    [Fact]
    public void News_is_told_when_it_is_due_and_no_sooner_also_beside_what_else_is_due()
    {
        var there = Told(Ended(), Now(), new ReopenDen(Some.Grounds));
        Assert.Equal([Den.OrderNews, Den.FirstAct], Den.Concept.Deadlines(there).Select(open => open.Kind));
        var owed = Den.Concept.Owes(there)!;
        var due = new DenDeadlineReached(owed.Deadline, owed.Since);
        var later = (Now() with { Now = owed.Since.AddHours(1) }).With(new Answered(owed.Step, null));
        Assert.IsType<DenMatterTold>(Assert.Single(Events(there, due, later)));
        Assert.Empty(Events(there, due, later with { Now = owed.Since.AddSeconds(-1) }));
        Assert.Empty(Events(there, due with { DueAt = owed.Since.AddSeconds(-1) }, later));
        Assert.Empty(Events(there, due with { Kind = Den.InspectionNews }, later));
    }

    internal static CorrectDen Correction => new(null, "青浦区盈港路18弄", null, null, null, null, null, null, Some.Grounds);

    internal static ApproveDenBan Approve => new(1, "同意");

    internal static Actor Head => new("head", Roles.SectionHead, "INSPECTION", null, Guid.Empty);

    internal static Circumstances Now(Actor? actor = null) =>
        new Circumstances(actor ?? Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = Number }
            .With(new DenAtPlace(null))
            .With(new ParticularsSealed("密文", AreAlreadyKept: false))
            .With(new BanBasisFound(OfDen(CaseTale.Served().Case), Granted()))
            .With(new CountedSoFar([Counted]))
            .With(new DenActsFound(null))
            .With(new MattersOfDen([Order], ["JC-0000000001"]))
            .With(new SuccessorFound(IsRegistered: true))
            .With(new DeciderFound(IsHead: true, []))
            .WithLists();

    // What the ban of today counted.
    internal static CountedFact Counted { get; } = CountedFact.Of(new TallyFact(
        Some.Today, Measure.ProducersBanned, 1, "INSPECTION", ProductClass: "COATINGS", IsLicensed: false, Party: Number));

    internal static DenState Found() => Told(null, Now(), Record);

    internal static DenState Proposed() => Told(Found(), Now(Some.Officer), Ban);

    internal static DenState Banned() => Told(Proposed(), Now(), Approve);

    internal static DenState Ended() => Told(Found(), Now(), End);

    internal static DenState Told(DenState? den, Circumstances now, params ReadOnlySpan<DenCommand> commands)
    {
        foreach (var command in commands)
        {
            den = Events(den, command, now).Aggregate(den, Den.Apply);
            Assert.Empty(Den.Check(den!));
        }

        return den!;
    }

    /// <summary>A case with the den as its party.</summary>
    internal static CaseState OfDen(CaseState one) => one with
    {
        Number = Case,
        Lead = one.Lead with { Party = new CaseParty(PartyKind.Den, Record.Name, null, Record.Address) { Den = Number } },
    };

    internal static RectificationState Granted(string? den = Number, bool isGranted = true) => new()
    {
        Number = Order,
        Status = RectificationStatus.Overdue,
        Order = new(den is null ? Some.CreditCode : null, null, null, null, "INSPECTION", "officer", ["停止生产"], Some.Grounds, Some.Today)
        {
            Den = den,
        },
        DueOn = Some.Today,
        Measures =
        [
            new DecidedMeasure(
                RectificationMeasure.Banning, Accepted: true, Some.Today, "城区人民政府", null, Some.Grounds, DecidingPerson.Of(Head),
                new MeasureAnswer(Some.Today, isGranted, "已答复", null)),
        ],
    };

    // The case's decision was annulled after it was served.
    internal static BanBasisFound Annulled => new(
        OfDen(CaseTale.Served().Case) with { Execution = CaseTale.Served().Case.Execution with { AnnulledOn = Some.Today } }, Granted());

    internal static ImmutableArray<DenEvent> Events(DenState? den, DenCommand command, Circumstances? now = null)
    {
        var decision = Den.Concept.Decided(den, command, now ?? Now());
        Assert.Null(decision.Refusal);
        return decision.Events;
    }

    internal static Refusal? Refusal(DenState? den, DenCommand command, Circumstances? now = null) =>
        Den.Concept.Decided(den, command, now ?? Now()).Refusal;

    internal static InvalidInput Problem(DenState? den, DenCommand command, Circumstances? now = null) =>
        Assert.IsType<InvalidInput>(Refusal(den, command, now));
}

internal sealed class DenSamples : ICommandSamples
{
    public IEnumerable<Command> All =>
    [
        DenTests.Record,
        DenTests.Correction with
        {
            Name = "盈港路作坊", Products = "锁具", Source = LeadSource.Report, Area = "朱家角镇", ProductClasses = ["食品"], SourceReference = "举1",
            FoundOn = Some.Today,
        },
        new RecordDenOperator("王某", "13800000000", null),
        DenTests.Ban,
        DenTests.Approve,
        new ReturnDenBan(1, "证据不足"),
        new WithdrawDenBan(1, Some.Grounds),
        DenTests.End,
        new ReopenDen(Some.Grounds),
        new DenDeadlineReached(Den.OrderNews, Some.TenOClock(Some.Today)),
        new NoteDenActs(),
    ];
}

internal sealed class DenStates() : SampleStates<DenState, DenCommand, DenEvent>(Den.Concept)
{
    public override IReadOnlyList<(string Name, DenState? State)> States =>
    [
        ("(not recorded)", null),
        ("Found", DenTests.Found()),
        ("Found, its ban proposed", DenTests.Proposed()),
        ("Banned", DenTests.Banned()),
        ("Ended", DenTests.Ended()),
        ("Left alone", DenFirstActTests.LeftAlone()),
    ];

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances =>
    [
        ("", DenTests.Now()),
        ("annulled", DenTests.Now().With(DenTests.Annulled)),
        ("inspected", DenTests.Now().With(new DenActsFound(new DenAct("JC-0000000001", Some.Today)))),
    ];
}
