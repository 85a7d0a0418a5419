using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
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
    [InlineData(0, null)]
    [InlineData(1, "on")]
    public void An_enterprise_ended_by_today(int days, string? field) => Assert.Equal(
        field,
        (Enterprise.Concept.Decided(Some.Enterprise(), new CloseEnterprise(Some.Grounds) { On = Today.AddDays(days) },
            Some.On(Today)).Refusal as InvalidInput)?.Field);

    private static (string To, Command Command)? Owed(EnterpriseState enterprise) =>
        Enterprise.Concept.Owes(enterprise) is { } owed ? (owed.To, owed.Command) : null;

    private static EnterpriseState Told(EnterpriseState enterprise, Refusal? refusal, DateOnly? day = null)
    {
        var due = EnterpriseDeadlines.Of(enterprise).Single();
        var now = Some.On(day ?? Today).With(new Answered(Enterprise.Concept.Owes(enterprise)!.Step, refusal));
        return EnterpriseLaw.Tell(enterprise, now, new EnterpriseDeadlineReached(due.Kind, due.DueAt));
    }
}
