using GraphQL;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Handovers;
using ShuangDa.GraphQL.Security;

namespace ShuangDa.GraphQL;

public sealed partial class Mutation
{
    private const int MostMovedAtOnce = 500;
    private const int MovedAtATime = 16;

    /// <summary>移转工作. Moves an officer's open work to others in one step, each piece under its own law and in its own journal. With preview it says what would happen, by the same law, and changes nothing (R3.4.1).</summary>
    /// <param name="input">What is asked.</param>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    // Work of four concepts moves in one step; the same roles decide in each.
    [Gives(typeof(MoveCaseWork))]
    public static async Task<MoveOfficerWorkPayload> MoveOfficerWork(MoveOfficerWorkInput input, IResolveFieldContext field, [FromServices] Database database)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(field);
        var grounds = new Grounds(input.Reason, input.Basis, input.DocumentNumber);
        if ((TextBounds.Problem(grounds) ?? grounds.Problem() ?? ProblemOf(input)) is { } problem)
        {
            return Nothing(problem);
        }

        // One id for all: it is tied to each subject apart, and it tells which pieces this very command has moved before it is given again.
        var given = Commands.ActorOf(field, input.CommandId).OfBatch();
        var actor = given with { CommandId = SubjectKeys.CommandIdFor($"{given.User}\n{given.CommandId:D}\nmove") };
        var from = AccountName.Normalise(input.From);
        var shares = await SharesAsync(database, input, from, actor.CommandId, field.CancellationToken).ConfigureAwait(false);
        if (shares.Count > MostMovedAtOnce)
        {
            return Nothing(new InvalidInput("to", $"一次最多移转{MostMovedAtOnce}项，现有{shares.Count}项，请分批指明事项", $"At most {MostMovedAtOnce} pieces at once, here are {shares.Count}; name some of them"));
        }

        var grains = field.RequestServices!.GetRequiredService<IGrainFactory>();
        var directory = field.RequestServices!.GetRequiredService<SubjectDirectory>();
        var preview = input.Preview == true;
        var items = new MovedWorkType[shares.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, shares.Count), new ParallelOptions { MaxDegreeOfParallelism = MovedAtATime, CancellationToken = field.CancellationToken }, async (place, _) =>
        {
            var (subject, to) = shares[place];
            var (concept, key) = SubjectKeys.Split(subject);
            var refusal = await directory.ExistsAsync(concept, key).ConfigureAwait(false)
                ? await WorkKinds.DoorOf(subject).MoveAsync(grains, key, new MovedTo(from, to, grounds), actor, preview).ConfigureAwait(false)
                : new NotFound(concept, key);
            items[place] = new MovedWorkType(subject, to, refusal is not null ? WorkMoveOutcome.Refused : preview ? WorkMoveOutcome.Movable : WorkMoveOutcome.Moved, refusal);
        }).ConfigureAwait(false);
        var refused = items.Count(item => item.Refusal is not null);
        return new MoveOfficerWorkPayload(items, items.Length - refused, refused, null);
    }

    private static MoveOfficerWorkPayload Nothing(Refusal because) => new([], 0, 0, [because]);

    private static InvalidInput? ProblemOf(MoveOfficerWorkInput input)
    {
        var named = input.To.SelectMany(share => share.Items ?? []).ToList();
        return input.To.Count == 0 ? new InvalidInput("to", "请指明接办人", "Say who takes the work")
            : ListParts.Problem("to", input.To, share => string.IsNullOrWhiteSpace(share.Officer) ? new InvalidInput("officer", "请指明接办人", "Say who takes the work") : null) is { } nobody ? nobody
            : input.To.Count(share => share.Items is null) > 1 ? new InvalidInput("to", "只能由一人接办其余事项", "One person only can take the rest")
            : ListParts.Problem("to", input.To, share => ListParts.Problem("items", share.Items ?? [], ProblemOfItem)) is { } unknown ? unknown
            : named.Select(WorkKinds.SubjectOf).Distinct().Count() != named.Count ? new InvalidInput("to", "同一事项只能指明一次", "Each piece of work is named once")
            : null;
    }

    private static InvalidInput? ProblemOfItem(string number) => WorkKinds.SubjectOf(number) is null
        ? new InvalidInput("", $"不是检查、整改、案件或者移送的编号：{number}", $"Not the number of an inspection, order, case or transfer: {number}")
        : null;

    /// <summary>What is to be moved to whom: what is named, and, for who takes the rest, all other open work of the officer together with what this very command has moved before.</summary>
    private static async Task<List<(string Subject, string To)>> SharesAsync(Database database, MoveOfficerWorkInput input, string from, Guid commandId, CancellationToken cancellationToken)
    {
        var shares = input.To.Where(share => share.Items is not null).SelectMany(share => share.Items!.Select(number => (Subject: WorkKinds.SubjectOf(number)!, To: AccountName.Normalise(share.Officer)))).ToList();
        if (input.To.FirstOrDefault(share => share.Items is null) is { } rest)
        {
            var to = AccountName.Normalise(rest.Officer);
            var id = commandId.ToString("D");
            var open = await database.QueryAsync(
                (data, token) =>
                {
                    var done = data.GetTable<CommandRow>().Where(command => command.CommandId == id);
                    return data.GetTable<OpenWorkRow>()
                        .Where(row => row.UserName == from || (row.UserName == to && done.Any(command => command.Subject == row.Subject)))
                        .Select(row => row.Subject).Distinct().ToListAsync(token);
                },
                cancellationToken).ConfigureAwait(false);
            shares.AddRange(open.Except(shares.Select(share => share.Subject)).Select(subject => (subject, to)));
        }

        return [.. shares.OrderBy(share => share.Subject, StringComparer.Ordinal)];
    }
}
