using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ShuangDa.GraphQL.Security;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>How attempts to sign in are counted while nobody knows yet whether they are right.</summary>
public sealed class SignInFailuresTests
{
    private const int Most = 30;

    private static readonly IPAddress Bureau = IPAddress.Parse("192.0.2.1");

    private readonly FakeTimeProvider _clock = new();
    private readonly SignInFailures _failures;

    public SignInFailuresTests() => _failures = new(
        Options.Create(new SignInOptions { FailuresPerMinute = Most }), _clock, NullLogger<SignInFailures>.Instance);

    [Fact]
    public async Task A_bureau_that_signs_in_at_one_moment_from_one_address_waits_for_one_another_and_not_a_minute()
    {
        var begun = Enumerable.Range(0, 3 * Most).Select(at => BeginAsync($"officer{at}")).ToList();
        Assert.Equal(Most, begun.Count(one => one.IsCompleted));
        await foreach (var one in Task.WhenEach(begun))
        {
            var (attempt, wait) = await one;
            Assert.Equal(TimeSpan.Zero, wait);
            attempt!.Succeeded();
            attempt.Dispose();
        }
    }

    [Fact]
    public async Task Those_that_fail_leave_those_that_wait_no_room()
    {
        var begun = Enumerable.Range(0, Most + 2).Select(at => BeginAsync($"name{at}")).ToList();
        foreach (var one in begun.Take(Most - 1))
        {
            (await one).Attempt!.Dispose();
        }

        Assert.All(begun.Skip(Most), one => Assert.False(one.IsCompleted));
        (await begun[Most - 1]).Attempt!.Dispose();
        foreach (var one in begun.Skip(Most))
        {
            var (attempt, wait) = await one;
            Assert.Null(attempt);
            Assert.Equal(TimeSpan.FromMinutes(1), wait);
        }

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull((await BeginAsync("name")).Attempt);
    }

    [Fact]
    public async Task What_is_said_first_of_an_attempt_counts()
    {
        for (var at = 0; at < 2 * Most; at++)
        {
            using var attempt = (await BeginAsync($"name{at}")).Attempt!;
            attempt.WasNone();
            attempt.Dispose();
        }
    }

    [Fact]
    public async Task Whoever_waits_and_leaves_is_let_go()
    {
        var begun = Enumerable.Range(0, Most).Select(at => BeginAsync($"name{at}")).ToList();
        using var left = new CancellationTokenSource();
        var waiting = _failures.BeginAsync(Bureau, "name", left.Token);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        (await begun[0]).Attempt!.WasNone();
        Assert.NotNull((await BeginAsync("name")).Attempt);
    }

    [Fact]
    public async Task No_more_wait_than_a_bureau_is()
    {
        for (var at = 0; at < Most; at++)
        {
            Assert.NotNull((await BeginAsync($"name{at}")).Attempt);
        }

        var waiting = Enumerable.Range(0, SignInFailures.MostWaiting).Select(at => BeginAsync($"name{at}")).ToList();
        Assert.Equal((null, TimeSpan.FromSeconds(1)), await BeginAsync("one more"));
        Assert.All(waiting, one => Assert.False(one.IsCompleted));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_behind_and_what_is_compared_a_minute()
    {
        for (var at = 0; at < 20_000; at++)
        {
            using var attempt = (await BeginAsync($"name{at}")).Attempt;
        }

        Assert.Equal(Most + 1, _failures.Kept);
        _clock.Advance(TimeSpan.FromMinutes(1));
        using var later = (await BeginAsync("name")).Attempt;
        Assert.Equal(2, _failures.Kept);
    }

    [Fact]
    public async Task Names_that_no_account_can_have_count_for_their_address_as_one()
    {
        for (var at = 0; at < Most; at++)
        {
            using var attempt = (await _failures.BeginAsync(Bureau, null, TestContext.Current.CancellationToken)).Attempt;
            Assert.Equal(at < 10, attempt is not null);
        }

        Assert.Equal(2, _failures.Kept);
    }

    private Task<(SignInFailures.Attempt? Attempt, TimeSpan Wait)> BeginAsync(string name) =>
        _failures.BeginAsync(Bureau, name, TestContext.Current.CancellationToken);
}
