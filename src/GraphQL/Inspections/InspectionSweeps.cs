using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Inspections;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    private const int MostPerSweep = 200;
    private const int PlannedAtATime = 16;

    /// <summary>计划全面检查. Plans an inspection of every licensed producer of the key classes that this campaign has neither planned to inspect nor inspected, up to a number at a time (R2.2.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    /// <param name="cap">Given by the engine.</param>
    [Gives(typeof(PlanInspection))]
    public static async Task<PlanSweepPayload> PlanSweep(
        PlanSweepInput input,
        IResolveFieldContext field,
        [FromServices] Database database,
        [FromServices] IGrainFactory grains,
        [FromServices] YearlyInspectionCap cap)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        var limit = input.Limit ?? MostPerSweep;
        if (limit is < 1 or > MostPerSweep)
        {
            return NotPlanned(new InvalidInput("limit", $"一次计划1到{MostPerSweep}家", $"Plan 1 to {MostPerSweep} at once"));
        }

        if (string.IsNullOrWhiteSpace(input.Campaign))
        {
            return NotPlanned(new InvalidInput("campaign", "全面检查须属于一项专项行动", "A sweep belongs to a campaign"));
        }

        var (wrongScope, classes) = await PlannedScope.ReadAsync(database, input.ProductClasses, input.Section, field.CancellationToken)
            .ConfigureAwait(false);
        if (wrongScope is not null)
        {
            return NotPlanned(wrongScope);
        }

        var actor = Commands.ActorOf(field, input.CommandId).OfBatch();
        var campaign = input.Campaign.Trim();
        var (own, missing) = await ToPlanAsync(database, campaign, classes, actor, field.CancellationToken).ConfigureAwait(false);

        // What this very command has planned before it is given again counts towards its number, so that a repeat plans nothing more.
        var chosen = own.Concat(missing.Take(Math.Max(0, limit - own.Count))).ToList();
        if (input.Preview == true)
        {
            var year = input.PlannedOn.Year;
            var counted = await database.QueryAsync(
                (data, token) => YearlyInspectionCap.CountAsync(data, chosen, year, token), field.CancellationToken).ConfigureAwait(false);
            var beyond = chosen.Select(one => (Enterprise: one, Exceeded: cap.Exceeded(year, counted.GetValueOrDefault(one) + 1)));
            // What is asked of all alike is refused of all alike; the law says so of the first.
            var refused = chosen.Skip(own.Count).FirstOrDefault() is { } first
                ? (await InspectionOf(first).Consider(PlanOf(first), ForEnterprise(actor, first)).ConfigureAwait(false)).Refusal : null;
            return refused is null
                ? new PlanSweepPayload([], own.Count + missing.Count - chosen.Count, Beyond(beyond), chosen.Count, null)
                : new PlanSweepPayload([], missing.Count, [], own.Count, Commands.ErrorsOf(typeof(PlanInspection), refused));
        }

        var outcomes = new Outcome<InspectionState>[chosen.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, chosen.Count), new ParallelOptions { MaxDegreeOfParallelism = PlannedAtATime, CancellationToken = field.CancellationToken }, async (place, _) =>
        {
            var enterprise = chosen[place];
            var one = ForEnterprise(actor, enterprise);
            outcomes[place] = await InspectionOf(enterprise).Execute(PlanOf(enterprise), one).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var subjects = outcomes.Where(outcome => outcome is { Refusal: null, Subject: not null })
            .Select(outcome => outcome.Subject!)
            .ToList();
        return new PlanSweepPayload(
            [.. subjects.Select(new InspectionDoor().Show)],
            own.Count + missing.Count - subjects.Count,
            Beyond(subjects.Select(one => (one.State.Plan.Party, one.State.Plan.BeyondCap))),
            subjects.Count,
            Commands.ErrorsOf(
                typeof(PlanInspection), outcomes.Select(outcome => outcome.Refusal).FirstOrDefault(refusal => refusal is not null)));

        IInspectionGrain InspectionOf(string enterprise) => grains.GetGrain<IInspectionGrain>(
            DrawnNumber.For(Grains.Inspections.Inspection.NumberPrefix, ForEnterprise(actor, enterprise)));

        PlanInspection PlanOf(string enterprise) => new(
            enterprise, InspectionBasis.Sweep, input.PlannedOn, campaign, input.Officers is null ? null : [.. input.Officers],
            Section: input.Section);
    }

    private static PlanSweepPayload NotPlanned(InvalidInput problem) => new([], 0, [], 0, [problem]);

    private static IReadOnlyList<EnterpriseBeyondCapType> Beyond(IEnumerable<(string Enterprise, YearlyCapExceeded? Exceeded)> all) =>
        [.. all.Where(one => one.Exceeded is not null).Select(one => new EnterpriseBeyondCapType(one.Enterprise, one.Exceeded!))];

    private static Actor ForEnterprise(Actor actor, string enterprise) => actor with { CommandId = SubjectKeys.CommandIdFor($"{actor.User}\n{actor.CommandId:D}\n{enterprise}") };

    /// <summary>The enterprises that this command has planned already, and those that nobody has planned or inspected in the campaign.</summary>
    private static async Task<(List<string> Own, List<string> Missing)> ToPlanAsync(Database database, string campaign, IReadOnlyList<string> classes, Actor actor, CancellationToken cancellationToken)
    {
        var cancelled = WireName.Of(InspectionStatus.Cancelled);
        var producers = await database.QueryAsync(
            (data, token) => data.GetTable<EnterpriseRow>()
                .Where(SweepCoverageType.Producers(data, classes))
                .OrderBy(row => row.CreditCode)
                .Select(row => row.CreditCode)
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var planned = await database.QueryAsync(
            (data, token) => data.GetTable<InspectionRow>()
                .Where(row => row.Campaign == campaign && row.Status != cancelled && row.Enterprise != null)
                .Select(row => new { row.Enterprise, row.Number })
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        var known = planned.ToLookup(row => row.Enterprise!, row => row.Number);
        var own = producers.Where(enterprise => known[enterprise].Contains(DrawnNumber.For(Grains.Inspections.Inspection.NumberPrefix, ForEnterprise(actor, enterprise)))).ToList();
        return (own, producers.Where(enterprise => !known.Contains(enterprise)).ToList());
    }
}
