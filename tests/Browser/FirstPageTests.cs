using System.Text.Json;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;

namespace ShuangDa.Tests.Browser;

/// <summary>What the first page loads (docs/benchmarks.md): what a form, a list or a picture needs comes with it, and not before.</summary>
[Collection<Looking>]
public sealed class FirstPageTests(Demonstration demonstration)
{
    /// <summary>Compressed scripts and styles up to Today, in KB: what they were before the pages had their desks.</summary>
    private const double Bound = 319;

    [Fact]
    public async Task Nobodys_first_page_is_heavier_than_it_was()
    {
        var weights = new Dictionary<string, double>();
        foreach (var user in TodayTests.Everybody.Select(row => row.Data))
        {
            await using var visitor = await demonstration.SignInAsync(user);
            await visitor.SettleAsync();
            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "今日工作" })).ToBeVisibleAsync();
            var files = await visitor.Page.EvaluateAsync<JsonElement>(
                """
                () => performance.getEntriesByType('resource').filter(({ name }) => /\.(js|css)$/.test(name))
                  .map(({ name, encodedBodySize }) => [name, encodedBodySize])
                """);
            weights[user] = files.EnumerateArray().Sum(file => file[1].GetDouble()) / 1024;
            Assert.All(files.EnumerateArray(), file => Assert.True(file[1].GetDouble() > 0, $"{file[0]} says no size."));
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", weights.Select(one => $"{one.Key} {one.Value:F0} KB")));
        Assert.All(weights, one => Assert.InRange(one.Value, 100, Bound));
    }

    [Fact]
    public async Task In_English_too_it_fits_on_a_phone()
    {
        foreach (var user in TodayTests.Everybody.Select(row => row.Data))
        {
            await using var visitor = await demonstration.SignInAsync(user, Phone, at: null);
            await visitor.Page.AddInitScriptAsync("localStorage.setItem('shuangda.language', 'en')");
            await visitor.GoAsync("/");
            await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "Today" })).ToBeVisibleAsync();
            await visitor.HoldsWhatItShowsAsync();
        }
    }
}
