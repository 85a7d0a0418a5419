using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Enterprises;

public sealed class EnterpriseClosingTests
{
    private static readonly DateOnly Today = Some.Today;

    private static readonly Circumstances TwoLicences = Some.On(Today).With(new LicencesHeld([Some.ProductionLicenceNumber,
        Some.FoodLicenceNumber]));

    [Fact]
    public void An_enterprise_that_has_ended_owes_each_of_its_licences_to_be_told_one_after_the_other()
    {
        var closed = EnterpriseLaw.Tell(Some.Enterprise(), TwoLicences, new CloseEnterprise(Some.Grounds) { On = Today.AddDays(-3) });
        Assert.Equal(Today.AddDays(-3), closed.ClosedOn);
        Assert.Equal(("licence/" + Some.ProductionLicenceNumber, new NoteHolderClosing(Today.AddDays(-3))), Owed(closed));
        var told = Told(closed, null);
        Assert.Equal("licence/" + Some.FoodLicenceNumber, Owed(told)!.Value.To);
        var all = Told(told, new LicenceAlreadyDeregistered());
        Assert.Null(Owed(all));
        Assert.Empty(EnterpriseDeadlines.Of(all));
    }

    [Fact]
    public void Its_open_orders_are_told_after_its_licences_and_of_a_mistake_too()
    {
        var held = Some.On(Today).With(new LicencesHeld([Some.ProductionLicenceNumber]) { OpenOrders = ["ZG-0000000001"] });
        var closed = Told(EnterpriseLaw.Tell(Some.Enterprise(), held, new CloseEnterprise(Some.Grounds)), null);
        Assert.Equal(("rectification/ZG-0000000001", new NoteEnterpriseClosing(Today)), Owed(closed));
        Assert.Equal(EnterpriseDeadlines.OrderNews, EnterpriseDeadlines.Of(closed).Single().Kind);

        var told = Told(closed, null);
        Assert.Null(Owed(told));
        var reopened = Told(EnterpriseLaw.Tell(told, held, new ReopenEnterprise(Some.Grounds)), null);
        Assert.Equal(("rectification/ZG-0000000001", new NoteEnterpriseReopening()), Owed(reopened));
        Assert.Contains(
            "ZG-0000000001", new EnterpriseOrderTold(reopened.OwedToMatters[0]).Summary.Chinese, StringComparison.Ordinal);
        Assert.Empty(EnterpriseDeadlines.Of(Told(reopened, null)));
    }

    [Fact]
    public void Its_planned_inspections_are_told_after_its_orders_and_of_a_mistake_too()
    {
        var held = Some.On(Today).With(
            new LicencesHeld([]) { OpenOrders = ["ZG-0000000001"], PlannedInspections = ["JC-0000000001"] });
        var closed = Told(EnterpriseLaw.Tell(Some.Enterprise(), held, new CloseEnterprise(Some.Grounds)), null);
        Assert.Equal(("inspection/JC-0000000001", new NoteInspectedClosing(Today)), Owed(closed));
        Assert.Equal(EnterpriseDeadlines.InspectionNews, EnterpriseDeadlines.Of(closed).Single().Kind);
        Assert.True(Concept<InspectionState, InspectionCommand, InspectionEvent>.Allows(
            new NoteInspectedClosing(Today), Enterprise.Concept.Owes(closed)!.By(Guid.Empty)));

        var reopened = EnterpriseLaw.Tell(Told(closed, null), held, new ReopenEnterprise(Some.Grounds));
        var toInspection = Told(reopened, null);
        Assert.Equal(("inspection/JC-0000000001", new NoteInspectedReopening()), Owed(toInspection));
        Assert.Empty(EnterpriseDeadlines.Of(Told(toInspection, new AlreadyInSweep("双打2026", "JC-0000000002"))));
        Assert.Equal("检查JC-0000000001已获知企业恢复", new EnterpriseInspectionTold(toInspection.OwedToMatters[0]).Summary.Chinese);
    }

    /// <summary>The administrator decides nothing of the trade: what a register says that one imports, the clock tells.</summary>
    [Fact]
    public void Of_an_import_licences_and_orders_hear_from_the_clock()
    {
        var importer = Some.Officer with { Roles = Roles.Administrator };
        var held = (TwoLicences with { Actor = importer }).With(
            new LicencesHeld([Some.ProductionLicenceNumber]) { OpenOrders = ["ZG-0000000001"] });
        var row = new ImportEnterprise(Some.CreditCode, Some.Details, State: RegistrationState.Deregistered);
        var closed = EnterpriseLaw.Tell(Some.Enterprise(), held, row);
        Assert.True(Concept<LicenceState, LicenceCommand, LicenceEvent>.Allows(new NoteHolderClosing(Today), By(closed)));
        closed = Told(closed, null);
        Assert.True(Concept<RectificationState, RectificationCommand, RectificationEvent>.Allows(
            new NoteEnterpriseClosing(Today), By(closed)));

        static Actor By(EnterpriseState enterprise) => Enterprise.Concept.Owes(enterprise)!.By(Guid.Empty);
    }

    [Fact]
    public void What_a_licence_could_not_be_told_yet_stays_owed()
    {
        var closed = EnterpriseLaw.Tell(Some.Enterprise(), TwoLicences, new CloseEnterprise(Some.Grounds));
        var due = EnterpriseDeadlines.Of(closed).Single();
        Assert.Empty(Enterprise.Concept.Decided(closed, new EnterpriseDeadlineReached(due.Kind, due.DueAt), TwoLicences).Events);
    }

    [Fact]
    public void An_enterprise_that_was_closed_by_mistake_exists_again_and_its_licences_hear_of_that_too()
    {
        var reopened = EnterpriseLaw.Tell(Some.ClosedEnterprise(), Some.On(Today.AddDays(1)), new ReopenEnterprise(Some.Grounds));
        Assert.Equal((EnterpriseStatus.Active, null), (reopened.Status, reopened.ClosedOn));
        Assert.IsType<NoteHolderClosing>(Owed(reopened)!.Value.Command); // first what it was owed before
        Assert.IsType<NoteHolderReopening>(Owed(Told(reopened, null, Today.AddDays(1)))!.Value.Command);
        Assert.Empty(Enterprise.Concept.Decided(Some.Enterprise(), new ReopenEnterprise(Some.Grounds), Some.On(Today)).Events);
    }

    [Theory]
    [InlineData(RegistrationState.Deregistered, "登记信息：注销")]
    [InlineData(RegistrationState.Revoked, "登记信息：吊销")]
    [InlineData(RegistrationState.Withdrawn, "登记信息：撤销")]
    public void An_end_that_a_register_newly_tells_of_is_taken_over_with_its_reason(RegistrationState said, string reason)
    {
        var row = new ImportEnterprise(Some.CreditCode, Some.Details, State: said);
        var first = EnterpriseLaw.Tell(null, TwoLicences, row);
        Assert.Equal((EnterpriseStatus.Closed, Today, said), (first.Status, first.ClosedOn!.Value, first.EndInRegister));
        Assert.Null(Owed(first)); // nothing was licensed to it here

        var moved = row with { Details = Some.Details with { Address = "新地址" } };
        var known = Enterprise.Concept.Decided(Some.Enterprise(), moved, TwoLicences);
        Assert.IsType<EnterpriseChanged>(known.Events[0]);
        Assert.Equal(reason, Assert.IsType<EnterpriseClosed>(known.Events[1]).Grounds.Reason);
        Assert.Equal("licence/" + Some.ProductionLicenceNumber, Owed(EnterpriseLaw.Tell(Some.Enterprise(), TwoLicences, row))!.Value.To);
        Assert.Empty(Enterprise.Concept.Decided(first, row, TwoLicences).Events);
    }

    [Fact]
    public void An_end_that_was_recorded_by_mistake_is_not_taken_over_again_from_a_register_that_repeats_it()
    {
        var row = new ImportEnterprise(Some.CreditCode, Some.Details, State: RegistrationState.Revoked);
        var closed = EnterpriseLaw.Tell(Some.Enterprise(), TwoLicences, row);
        var reopened = EnterpriseLaw.Tell(closed, TwoLicences, new ReopenEnterprise(Some.Grounds));
        Assert.Empty(Enterprise.Concept.Decided(reopened, row, TwoLicences).Events);
        var news = row with { State = RegistrationState.Deregistered };
        Assert.IsType<EnterpriseClosed>(Assert.Single(Enterprise.Concept.Decided(reopened, news, TwoLicences).Events));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(RegistrationState.Existing)]
    public void What_a_register_says_to_exist_stays_as_it_is(RegistrationState? said)
    {
        var row = new ImportEnterprise(Some.CreditCode, Some.Details, State: said);
        Assert.Empty(Enterprise.Concept.Decided(Some.Enterprise(), row, TwoLicences).Events);
        Assert.Empty(Enterprise.Concept.Decided(Some.ClosedEnterprise(), row, TwoLicences).Events);
    }

    [Theory]
    [InlineData("存续（在营、开业、在册）", RegistrationState.Existing)]
    [InlineData("存续", RegistrationState.Existing)]
    [InlineData("开业", RegistrationState.Existing)]
    [InlineData("在营", RegistrationState.Existing)]
    [InlineData("在册", RegistrationState.Existing)]
    [InlineData("正常", RegistrationState.Existing)]
    [InlineData("正常经营", RegistrationState.Existing)]
    [InlineData("营业", RegistrationState.Existing)]
    [InlineData("登记成立", RegistrationState.Existing)]
    [InlineData("已注销", RegistrationState.Deregistered)]
    [InlineData("注销企业", RegistrationState.Deregistered)]
    [InlineData("吊销已注销", RegistrationState.Deregistered)]
    [InlineData("吊销后注销", RegistrationState.Deregistered)]
    [InlineData("吊销", RegistrationState.Revoked)]
    [InlineData("已吊销", RegistrationState.Revoked)]
    [InlineData("吊销企业", RegistrationState.Revoked)]
    [InlineData("吊销未注销", RegistrationState.Revoked)]
    [InlineData("吊销营业执照", RegistrationState.Revoked)]
    [InlineData("撤销", RegistrationState.Withdrawn)]
    [InlineData("已撤销", RegistrationState.Withdrawn)]
    [InlineData("撤销登记", RegistrationState.Withdrawn)]
    [InlineData("在业", RegistrationState.Existing)]
    [InlineData(" 开 业 ", RegistrationState.Existing)]
    [InlineData("吊销，未注销", RegistrationState.Revoked)]
    [InlineData("吊销,已注销", RegistrationState.Deregistered)]
    [InlineData("注销", RegistrationState.Deregistered)]
    [InlineData("REVOKED", RegistrationState.Revoked)]
    [InlineData("Revoked", RegistrationState.Revoked)]
    [InlineData("迁出", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_words_of_registers_name_a_state_or_none(string? text, RegistrationState? state) =>
        Assert.Equal(state, EnterpriseTexts.FindRegistrationState(text));

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "on")]
    public void An_enterprise_ended_by_today(int days, string? field) => Assert.Equal(
        field,
        (Enterprise.Concept.Decided(Some.Enterprise(), new CloseEnterprise(Some.Grounds) { On = Today.AddDays(days) },
            Some.On(Today)).Refusal as InvalidInput)?.Field);

    [Fact]
    public void An_end_and_its_correction_each_say_why()
    {
        var nothing = Some.Grounds with { Reason = " " };
        Assert.Equal("reason", Field(Some.Enterprise(), new CloseEnterprise(nothing)));
        Assert.Equal("reason", Field(Some.ClosedEnterprise(), new ReopenEnterprise(nothing)));
        var spaced = Some.Grounds with { Reason = $" {Some.Grounds.Reason} " };
        var closed = Decided<EnterpriseClosed>(Some.Enterprise(), new CloseEnterprise(spaced), Today);
        Assert.Equal((Some.Grounds, null), (closed.Grounds, closed.EndInRegister));
        var reopened = Decided<EnterpriseReopened>(Some.ClosedEnterprise(), new ReopenEnterprise(spaced), Today.AddDays(2));
        Assert.Equal((Some.Grounds, Today, Today.AddDays(2)), (reopened.Grounds, reopened.ClosedOn, reopened.ReopenedOn));

        static string Field(EnterpriseState enterprise, EnterpriseCommand command) =>
            Assert.IsType<InvalidInput>(Enterprise.Concept.Decided(enterprise, command, Some.On(Today)).Refusal).Field;
    }

    [Fact]
    public void A_licence_is_told_when_it_is_due_and_what_it_refused_is_kept()
    {
        var closed = EnterpriseLaw.Tell(Some.Enterprise(), TwoLicences, new CloseEnterprise(Some.Grounds));
        var due = EnterpriseDeadlines.Of(closed).Single();
        Assert.Equal(TwoLicences.Now, due.DueAt);
        var refusal = new LicenceAlreadyDeregistered();
        var answered = Some.On(Today).With(new Answered(Enterprise.Concept.Owes(closed)!.Step, refusal));
        var told = Assert.IsType<EnterpriseLicenceTold>(Assert.Single(
            Enterprise.Concept.Decided(closed, new EnterpriseDeadlineReached(due.Kind, due.DueAt), answered).Events));
        Assert.Equal(
            (closed.OwedToLicences[0], refusal.Message.Chinese, refusal.Message.English), (told.Told, told.Chinese!, told.English!));

        // Neither before its instant, nor for another one, nor for another matter.
        var early = answered with { Now = due.DueAt.AddTicks(-1) };
        Assert.Empty(Enterprise.Concept.Decided(closed, new EnterpriseDeadlineReached(due.Kind, due.DueAt), early).Events);
        var other = new EnterpriseDeadlineReached(due.Kind, due.DueAt.AddTicks(-1));
        Assert.Empty(Enterprise.Concept.Decided(closed, other, answered).Events);
        Assert.Empty(Enterprise.Concept.Decided(closed, new EnterpriseDeadlineReached("enterprise.other", due.DueAt), answered).Events);
        Assert.Empty(Enterprise.Concept.Decided(null, new EnterpriseDeadlineReached(due.Kind, due.DueAt), answered).Events);
    }

    [Fact]
    public void What_a_register_says_of_an_end_goes_with_what_else_its_row_says()
    {
        var row = new ImportEnterprise(Some.CreditCode, Some.Details, State: RegistrationState.Revoked, Area: "310118001");
        Assert.Equal(
            [typeof(EnterpriseAreaAssigned), typeof(EnterpriseClosed)],
            Enterprise.Concept.Decided(Some.Enterprise(), row, TwoLicences).Events.Select(happened => happened.GetType()));

        // Where one thing that the row says is wrong, nothing of it is taken over.
        var nameless = row with { Details = Some.Details with { RegisteredOn = Today.AddDays(1) } };
        Assert.Equal("registeredOn", Refused(nameless, TwoLicences));
        Assert.Equal("area", Refused(row, TwoLicences.WithLists(isOpen: false)));
        Assert.Null(Refused(row with { Area = " " }, TwoLicences.WithLists(isOpen: false)));

        static string? Refused(ImportEnterprise command, Circumstances now) =>
            (Enterprise.Concept.Decided(Some.Enterprise(), command, now).Refusal as InvalidInput)?.Field;
    }

    private static T Decided<T>(EnterpriseState enterprise, EnterpriseCommand command, DateOnly day) =>
        Assert.IsType<T>(Assert.Single(Enterprise.Concept.Decided(enterprise, command, Some.On(day)).Events));

    private static (string To, Command Command)? Owed(EnterpriseState enterprise) =>
        Enterprise.Concept.Owes(enterprise) is { } owed ? (owed.To, owed.Command) : null;

    [Fact]
    public void An_enterprise_ends_on_no_day_before_it_was_registered()
    {
        var known = Some.Enterprise() with { Details = Some.Details with { RegisteredOn = Today.AddDays(-100) } };
        Assert.Equal("on", Field(-101));
        Assert.Null(Field(-100));

        string? Field(int days) => (Enterprise.Concept.Decided(
            known, new CloseEnterprise(Some.Grounds) { On = Today.AddDays(days) }, TwoLicences).Refusal
            as InvalidInput)?.Field;
    }

    private static EnterpriseState Told(EnterpriseState enterprise, Refusal? refusal, DateOnly? day = null)
    {
        var due = EnterpriseDeadlines.Of(enterprise).Single();
        var now = Some.On(day ?? Today).With(new Answered(Enterprise.Concept.Owes(enterprise)!.Step, refusal));
        return EnterpriseLaw.Tell(enterprise, now, new EnterpriseDeadlineReached(due.Kind, due.DueAt));
    }
}
