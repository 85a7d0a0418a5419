using CsCheck;
using ShuangDa.Grains.Inspections;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Inspections;

public sealed class RandomDrawTests
{
    private static readonly string[] Enterprises = [.. Enumerable.Range(1, 40).Select(number => $"企业{number:D2}")];
    private static readonly string[] Officers = ["chen", "li", "shao", "wang", "zhou"];

    [Fact]
    public void The_same_seed_and_pools_draw_the_same_whatever_their_order()
    {
        var one = RandomDraw.Draw(20261124, Enterprises, Officers, 5, 2);
        var again = RandomDraw.Draw(20261124, Enterprises.Reverse().Append("企业07"), Officers.Reverse().Append("li"), 5, 2);
        Assert.Equal(Printed(one), Printed(again));
        Assert.NotEqual(Printed(one), Printed(RandomDraw.Draw(20261125, Enterprises, Officers, 5, 2)));
    }

    [Fact]
    public void What_a_seed_drew_once_it_draws_in_every_version() => Assert.Equal(
        "企业26 chen,shao; 企业21 wang,shao; 企业17 wang,li",
        string.Join("; ", RandomDraw.Draw(1, Enterprises, Officers, 3, 2).Select(drawn => $"{drawn.Enterprise} {string.Join(',', drawn.Officers)}")));

    [Fact]
    public void Whoever_has_the_seed_and_the_pools_draws_the_same_again() => Gen.Select(Gen.Long, Gen.Int[1, 40], Gen.Int[2, 5]).Sample((seed, count, each) =>
    {
        var drawn = RandomDraw.Draw(seed, Enterprises, Officers, count, each);
        var pools = drawn[0].Record.Pools!;
        Assert.All(drawn, one => Assert.Equal(RepeatedDraw.HashOf(pools.Enterprises, pools.Officers), one.Record.PoolHash));
        Assert.Equal(RepeatedDraw.Of(seed, pools.Enterprises, pools.Officers, count, each), drawn.Select(one => $"{one.Enterprise} {string.Join(',', one.Officers)}"));
        Assert.All(drawn.Skip(1), one => Assert.Null(one.Record.Pools));
    });

    [Fact]
    public void Nobody_is_drawn_twice_and_the_record_tells_the_pools() => Gen.Select(Gen.Long, Gen.Int[1, 60], Gen.Int[2, 5]).Sample((seed, count, each) =>
    {
        var drawn = RandomDraw.Draw(seed, Enterprises, Officers, count, each);
        Assert.Equal(Math.Min(count, 40), drawn.Select(one => one.Enterprise).Distinct().Count());
        Assert.All(drawn, one => Assert.Equal(each, one.Officers.Distinct().Count()));
        Assert.Equal(Enumerable.Range(1, drawn.Length), drawn.Select(one => one.Record.Position));
        Assert.All(drawn, one => Assert.Equal((seed, 40, 5), (one.Record.Seed, one.Record.Enterprises, one.Record.Officers)));
    });

    [Fact]
    public void Everybody_is_drawn_about_as_often_as_everybody_else()
    {
        var times = Enumerable.Range(0, 8000).Select(seed => RandomDraw.Draw(seed, Enterprises, Officers, 1, 2)[0].Enterprise).CountBy(enterprise => enterprise).ToList();
        Assert.Equal(40, times.Count);
        Assert.All(times, time => Assert.InRange(time.Value, 130, 270));
    }

    private static string Printed(IEnumerable<Drawn> drawn) => string.Join('\n', drawn.Select(one => $"{one.Enterprise} {string.Join(',', one.Officers)} {one.Record}"));
}
