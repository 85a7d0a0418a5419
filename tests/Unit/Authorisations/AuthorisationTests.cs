using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Authorisations;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Authorisations;

/// <summary>The head lets a deputy decide kinds of steps for a time.</summary>
public sealed class AuthorisationTests
{
    internal const string Number = "SQ-0000000001";

    internal static readonly GrantAuthorisation Grant = new(
        "deputy",
        [ApprovalStep.Filing, ApprovalStep.Closing],
        Some.Today,
        Some.Today.AddDays(30),
        Some.Grounds);

    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed() =>
        Approved.Law("Authorisation", LawTable.Of(Authorisation.Concept, Now(), [.. new AuthorisationStates().States]));

    [Fact]
    public void It_names_steps_and_days()
    {
        Assert.Equal("steps", Problem(Grant with { Steps = [] }).Field);
        Assert.Equal("steps", Problem(Grant with { Steps = [ApprovalStep.Filing, ApprovalStep.CrimeTransfer] }).Field); // 移送规定 第五条
        Assert.Equal("steps", Problem(Grant with { Steps = [ApprovalStep.LadderMeasure] }).Field);
        Assert.Equal("from", Problem(Grant with { From = Some.Today.AddDays(-1) }).Field);
        Assert.Equal("from", Problem(Grant with { From = new DateOnly(1949, 10, 1), Until = new DateOnly(2199, 12, 31) }).Field);
        Assert.Equal("until", Problem(Grant with { Until = Some.Today.AddYears(1) }).Field);
        Assert.Equal(Some.Today.AddYears(1).AddDays(-1), Granted(Grant with { Until = Some.Today.AddYears(1).AddDays(-1) }).Until);
        Assert.Equal("until", Problem(Grant with { Until = Grant.From.AddDays(-1) }).Field);
        Assert.Equal(
            [ApprovalStep.Filing, ApprovalStep.Closing],
            Granted(Grant with { Steps = [ApprovalStep.Closing, ApprovalStep.Filing, ApprovalStep.Closing] }).Steps);
        Assert.Equal(Some.Today, Granted(Grant with { Until = Some.Today }).Until);
    }

    [Fact]
    public void The_deputy_is_another_person_of_the_bureau_who_can_decide()
    {
        Assert.Equal("deputy", Problem(Grant with { Deputy = " Leader " }).Field);
        var refused = Authorisation.Concept.Decided(null, Grant, Now(canDecide: false)).Refusal;
        Assert.Equal("deputy", Assert.IsType<InvalidInput>(refused).Field);
    }

    [Fact]
    public void It_is_revoked_once_from_a_day()
    {
        var granted = Granted(Grant);
        var revoked = Fold(granted, Authorisation.Concept.Decided(granted, new RevokeAuthorisation(Some.Grounds), Now()));
        Assert.Equal((Some.Today, "leader"), (revoked.RevokedOn, revoked.RevokedBy));
        Assert.Empty(Authorisation.Concept.Decided(revoked, new RevokeAuthorisation(Some.Grounds), Now()).Events);
        Assert.IsType<InvalidInput>(
            Authorisation.Concept.Decided(granted, new RevokeAuthorisation(Some.Grounds) { On = Some.Today.AddDays(-1) }, Now()).Refusal);
    }

    internal static Circumstances Now(bool canDecide = true) =>
        new Circumstances(
            new Actor("leader", Roles.Leader, null, null, Guid.Empty),
            Some.TenOClock(Some.Today),
            WorkingCalendar.BuiltIn)
        { Key = Number }
            .With(new DeputyFound(canDecide));

    internal static AuthorisationState Granted(GrantAuthorisation grant) => Fold(null, Authorisation.Concept.Decided(null, grant, Now()));

    internal static AuthorisationState Fold(AuthorisationState? state, Decision<AuthorisationEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.Aggregate(state, (folded, happened) => Authorisation.Apply(folded, happened))!;
    }

    private static InvalidInput Problem(GrantAuthorisation grant) =>
        Assert.IsType<InvalidInput>(Authorisation.Concept.Decided(null, grant, Now()).Refusal);
}

internal sealed class AuthorisationSamples : ICommandSamples
{
    public IEnumerable<Command> All => [AuthorisationTests.Grant, new RevokeAuthorisation(Some.Grounds)];
}

internal sealed class AuthorisationStates()
    : SampleStates<AuthorisationState, AuthorisationCommand, AuthorisationEvent>(Authorisation.Concept)
{
    public override IReadOnlyList<(string Name, AuthorisationState? State)> States
    {
        get
        {
            var granted = AuthorisationTests.Granted(AuthorisationTests.Grant);
            var revoked = AuthorisationTests.Fold(
                granted,
                Authorisation.Concept.Decided(granted, new RevokeAuthorisation(Some.Grounds), AuthorisationTests.Now()));
            return [("(no such authorisation)", null), ("In force", granted), ("Revoked", revoked)];
        }
    }

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", AuthorisationTests.Now())];
}
