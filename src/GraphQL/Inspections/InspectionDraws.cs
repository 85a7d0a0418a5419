using System.Buffers.Binary;
using System.Globalization;
using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
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
    /// <summary>双随机抽取. Draws licensed producers and, for each, officers, and plans an inspection of each (双随机). The seed is recorded: with the same seed and pools anybody draws the same again.</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    /// <param name="grains">Given by the engine.</param>
    [Gives(typeof(PlanInspection))]
    public static async Task<DrawInspectionsPayload> DrawInspections(DrawInspectionsInput input, IResolveFieldContext field, [FromServices] Database database, [FromServices] IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        var each = input.OfficersEach ?? TooFewOfficers.ByLaw;
        if (each < TooFewOfficers.ByLaw)
        {
            return new DrawInspectionsPayload([], null, [new TooFewOfficers(TooFewOfficers.ByLaw, each)]);
        }

        if (input.Count is < 1 or > 100)
        {
            return new DrawInspectionsPayload([], null, [new InvalidInput("count", "抽取家数须在1到100之间", "Draw 1 to 100 enterprises")]);
        }

        var actor = Commands.ActorOf(field, input.CommandId).OfBatch();
        var (wrongScope, classes) = await PlannedScope.ReadAsync(database, input.ProductClasses, input.Section, field.CancellationToken)
            .ConfigureAwait(false);
        if (wrongScope is not null)
        {
            return new DrawInspectionsPayload([], null, [wrongScope]);
        }

        if (SeedOf(input.Seed, actor) is not { } seed)
        {
            return new DrawInspectionsPayload([], null, [new InvalidInput("seed", "种子须为整数", "The seed is a whole number")]);
        }

        var (enterprises, officers) = await PoolsAsync(database, classes, input.Officers, field.CancellationToken).ConfigureAwait(false);
        if (officers.Count < each)
        {
            return new DrawInspectionsPayload([], null, [new TooFewOfficers(each, officers.Count)]);
        }

        var planned = new List<InspectionType>();
        string? first = null;
        foreach (var drawn in RandomDraw.Draw(seed, enterprises, officers, input.Count, each))
        {
            // Each inspection's command follows from the draw's and its place, so that the draw repeated plans nothing twice.
            var one = actor with { CommandId = SubjectKeys.CommandIdFor(string.Create(CultureInfo.InvariantCulture, $"{actor.User}\n{actor.CommandId:D}\n{drawn.Record.Position}")) };
            var number = DrawnNumber.For(Grains.Inspections.Inspection.NumberPrefix, one);
            first ??= number;
            var command = new PlanInspection(drawn.Enterprise, InspectionBasis.RandomDraw, input.PlannedOn, input.Campaign, drawn.Officers, Draw: drawn.Record with { First = first }, Section: input.Section);
            var outcome = await grains.GetGrain<IInspectionGrain>(number).Execute(command, one).ConfigureAwait(false);
            if (outcome.Refusal is { } refusal)
            {
                return new DrawInspectionsPayload(planned, seed.ToString(CultureInfo.InvariantCulture), Commands.ErrorsOf(typeof(PlanInspection), refusal));
            }

            planned.Add(new InspectionDoor().Show(outcome.Subject!));
        }

        return new DrawInspectionsPayload(planned, seed.ToString(CultureInfo.InvariantCulture), null);
    }

    // A seed that nobody gives follows from the command, so that the same command draws the same.
    private static long? SeedOf(string? given, Actor actor) => given is null
        ? BinaryPrimitives.ReadInt64BigEndian(SubjectKeys.KeyFor(actor).ToByteArray(bigEndian: true))
        : long.TryParse(given, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : null;

    private static async Task<(List<string> Enterprises, List<string> Officers)> PoolsAsync(Database database, IReadOnlyList<string> classes, IReadOnlyList<string>? named, CancellationToken cancellationToken)
    {
        var enterprises = await database.QueryAsync(
            (data, token) => data.GetTable<EnterpriseRow>()
                .Where(SweepCoverageType.Producers(data, classes))
                .Select(row => row.CreditCode)
                .ToListAsync(token),
            cancellationToken).ConfigureAwait(false);
        if (named is not null)
        {
            return (enterprises, [.. named]);
        }

        var accounts = await database.QueryAsync((data, token) => data.GetTable<AccountRow>().ToListAsync(token), cancellationToken).ConfigureAwait(false);
        return (enterprises, [.. accounts.Where(account => !account.Disabled && RoleNames.Each((Roles)account.Roles).Contains(Roles.Officer)).Select(account => account.UserName)]);
    }
}
