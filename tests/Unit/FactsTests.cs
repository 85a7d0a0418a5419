using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.Enterprises;
using ShuangDa.Tests.Unit.Inspections;
using ShuangDa.Tests.Unit.Licences;
using ShuangDa.Tests.Unit.Rectifications;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>A fact that nobody fetched never reads as an answer: without what the shell finds out, the law decides as it does with it, or it stops.</summary>
public sealed class FactsTests
{
    [Fact]
    public void Without_facts_a_case_is_not_decided() => Expect(Case.Concept, CaseLawTests.States.Select(state => state.State), new Circumstances(CaseTale.Legal, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Number }.WithCaseFacts());

    [Fact]
    public void Without_facts_a_transfer_is_not_decided() => Expect(
        CrimeTransfer.Concept,
        CrimeTransferTests.States.Select(state => state.State),
        new Circumstances(CrimeTransferTale.Head, Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = CaseTale.Transfer }.With(new TransferCaseFact(CaseTale.Filed().Case)).WithLists());

    [Fact]
    public void Without_facts_an_inspection_is_not_decided() => Expect(Inspection.Concept, InspectionTests.States.Select(state => state.State), SomeInspection.On(Some.Today));

    [Fact]
    public void Without_facts_an_order_is_not_decided() => Expect(Rectification.Concept, RectificationLawTests.States.Select(state => state.State), SomeRectification.Now);

    [Fact]
    public void Without_facts_a_licence_is_not_decided() => Expect(Licence.Concept, LicenceLawTests.States.Select(state => state.State), Some.On(Some.Today));

    [Fact]
    public void Without_facts_an_enterprise_is_not_decided() => Expect(Enterprise.Concept, EnterpriseTests.States.Select(state => state.State), Some.On(Some.Today));

    [Fact]
    public void Without_facts_an_account_is_not_decided() => Expect(
        Account.Concept,
        [null, Account.Apply(null, new AccountCreated("zhang.san", "张三", Roles.Administrator, null, null, "c1", false, Some.TenOClock(Some.Today)))],
        Some.On(Some.Today).With(new AccountFacts("c2", CurrentPasswordIsRight: true, OtherAdministratorsRemain: true)));

    [Fact]
    public void A_measure_on_a_licence_that_is_not_found_is_not_taken()
    {
        var failed = RectificationLawTests.States.First(state => state.State is { Proposal.Measure: RectificationMeasure.Suspension }).State;
        var gone = SomeRectification.On(Some.Today, SomeRectification.Facts with { Licence = null });
        Assert.Equal(new NotFound("licence", Some.ProductionLicenceNumber), Rectification.Concept.Decided(failed, SomeRectification.Accept(RectificationMeasure.Suspension), gone).Refusal);
    }

    private static void Expect<TState, TCommand, TEvent>(Concept<TState, TCommand, TEvent> concept, IEnumerable<TState?> states, Circumstances now)
        where TState : class
        where TCommand : Command
        where TEvent : Event
    {
        var bare = new Circumstances(now.Actor, now.Now, now.Calendar) { Key = now.Key, Warning = now.Warning };
        var stopped = 0;
        foreach (var (state, command) in states.SelectMany(state => Samples.Commands(concept).Select(command => (state, command))))
        {
            string? without;
            try
            {
                without = Seen(concept.Decide(state, command, bare));
            }
            catch (InvalidOperationException nobody) when (nobody.Message.StartsWith("Nobody fetched", StringComparison.Ordinal))
            {
                stopped++;
                continue;
            }
            catch (ActorNotAllowedException)
            {
                continue;
            }

            Assert.Equal((command.GetType().Name, Seen(concept.Decide(state, command, now))), (command.GetType().Name, without));
        }

        Assert.True(stopped > 0, $"No command of {concept.Name} asks for a fact.");

        string Seen(Decision<TEvent> decision) => decision.Refusal?.ToString() ?? string.Join('\n', decision.Events.Select(concept.WriteEvent));
    }
}
