using ShuangDa.Tests.Faults.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Kills;

/// <summary>A command under the id that its clerk gave it.</summary>
internal sealed record GivenCommand(Guid Id, string Mutation, object Input);

/// <summary>
/// Somebody at work on one licence of his own and on an enterprise that others work on too. He gives one command after another, each under an
/// id of its own; one that was not answered he gives again, unchanged, before any other. His licence is suspended and reinstated by turns, so
/// that a command lost or done twice is refused and shows.
/// </summary>
internal sealed class Clerk(int number, string licence, string enterprise)
{
    private static readonly DateOnly Until = new(2098, 12, 31);

    private readonly List<GivenCommand> _answered = [];
    private int _given;

    /// <summary>What was answered, in order.</summary>
    public IReadOnlyList<GivenCommand> Answered => _answered;

    /// <summary>What was given and not answered.</summary>
    public GivenCommand? Unanswered { get; private set; }

    public string Licence => licence;

    /// <summary>Whether the licence is suspended by what was answered.</summary>
    public bool HasSuspended => _answered.Count(command => command.Mutation is "suspendLicence" or "reinstateLicence") % 2 == 1;

    /// <summary>Works until the server is gone, or there is enough.</summary>
    /// <param name="client">The way to the server.</param>
    /// <param name="isEnough">Is asked after each answer.</param>
    public async Task WorkAsync(BureauClient client, Func<bool> isEnough)
    {
        do
        {
            Unanswered ??= Next();
            if (await AnswerOfAsync(client, Unanswered) is not { } answer)
            {
                return;
            }

            Assert.True(answer.IsDone, $"Clerk {number}, {Unanswered.Mutation} after {_answered.Count} answered: {answer}");
            _answered.Add(Unanswered);
            Unanswered = null;
        }
        while (!isEnough());
    }

    /// <summary>Gives what was not answered again.</summary>
    public Task FinishAsync(BureauClient client) => Unanswered is null ? Task.CompletedTask : WorkAsync(client, static () => true);

    private static async Task<Answer?> AnswerOfAsync(BureauClient client, GivenCommand command)
    {
        try
        {
            return await client.DoAsync(command.Mutation, command.Input, command.Mutation == "changeEnterprise" ? "enterprise { version }" : "licence { version status }");
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private GivenCommand Next()
    {
        var id = Guid.NewGuid();
        var why = $"第{number}号办理人第{_given}件";
        return (_given++ % 3) switch
        {
            0 => new(id, "suspendLicence", new
            {
                commandId = id,
                number = licence,
                until = Until,
                @case = "沪市监罚〔2026〕31号",
                reason = why,
                basis = "条例 第四十五条"
            }),
            1 => new(id, "changeEnterprise", new { commandId = id, creditCode = enterprise, address = why }),
            _ when HasSuspended => new(id, "reinstateLicence", new { commandId = id, number = licence, reason = why, basis = "条例 第四十五条" }),
            _ => throw new InvalidOperationException("A licence is reinstated after it was suspended."),
        };
    }
}
