using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>An actor waits for another only where no circle of waiting can close: two that wait for each other answer nobody until both give up.</summary>
public sealed class WaitingTests
{
    // A case waits for another case only where its own number is smaller (Case's JoinCase), a daily report for that of a later day (its
    // next): neither closes a circle.
    private static readonly (string From, string To)[] Ordered = [("case", "case"), ("daily-report", "daily-report")];

    private static readonly ILookup<string, string> Waits = AllConcepts.All
        .SelectMany(concept => WaitingGuard.AllowedTo(concept).Select(to => (From: concept.Name, To: to)))
        .Except(Ordered)
        .ToLookup(one => one.From, one => one.To);

    [Fact]
    public void No_circle_of_waiting_closes()
    {
        Assert.Contains("licence", Waits["rectification"]);
        Assert.Contains("rectification", Waits["enterprise"]);
        Assert.Contains("section", Waits["case"]);
        Assert.Contains("account", Waits["case"]);
        Assert.All(AllConcepts.All, concept => Assert.False(Reached(concept.Name).Contains(concept.Name), $"{concept.Name} waits for itself by way of {string.Join(", ", Reached(concept.Name))}."));
    }

    [Fact]
    public void Whoever_is_waited_for_is_a_concept() => Assert.All(Waits.SelectMany(to => to), to => Assert.Contains(AllConcepts.All, concept => concept.Name == to));

    private static HashSet<string> Reached(string from)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(Waits[from]);
        while (next.TryDequeue(out var one))
        {
            if (reached.Add(one))
            {
                foreach (var further in Waits[one])
                {
                    next.Enqueue(further);
                }
            }
        }

        return reached;
    }
}
