using System.Reflection;
using Orleans.Runtime;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

public sealed class RegisterActorsTests
{
    [Fact]
    public void Of_more_actors_than_may_stay_the_longest_here_goes_one_for_each_that_comes()
    {
        var here = new RegisterActors();
        var actors = Enumerable.Range(0, RegisterActors.Most + 2).Select(_ => DispatchProxy.Create<IGrainContext, Waked>()).ToList();
        foreach (var actor in actors.Take(RegisterActors.Most))
        {
            here.Stay(actor);
        }

        Assert.DoesNotContain(actors, HasGone);
        here.Stay(actors[^2]);
        Assert.Equal([0], Gone());
        here.Stay(actors[^1]);
        Assert.Equal([0, 1], Gone());

        IEnumerable<int> Gone() => actors.Index().Where(one => HasGone(one.Item)).Select(one => one.Index);
    }

    private static bool HasGone(IGrainContext actor) => ((Waked)(object)actor).HasGone;

    /// <summary>An actor of which is known only whether it was told to go.</summary>
    public class Waked : DispatchProxy
    {
        public bool HasGone { get; private set; }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Assert.Equal(nameof(IGrainContext.Deactivate), targetMethod!.Name);
            HasGone = true;
            return null;
        }
    }
}
