using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.Playwright;
using ShuangDa.Tests.Browser.Support;
using Xunit;
using static ShuangDa.Tests.Browser.Support.Visitor;
using IRequest = Microsoft.Playwright.IRequest;

namespace ShuangDa.Tests.Browser;

/// <summary>The dashboard names its documents by their hashes. That no other test sends a text is seen by <see cref="Visitor"/>.</summary>
[Collection<Looking>]
public sealed class DocumentTests(Demonstration demonstration)
{
    private static readonly string NobodysHash = new('0', 64);

    [Fact]
    public async Task Documents_leave_the_browser_as_hashes_from_the_first_page_on()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        var named = new ConcurrentQueue<IRequest>();
        visitor.Page.Request += (_, request) =>
        {
            if (HashIn(request) is not null)
            {
                named.Enqueue(request);
            }
        };

        await visitor.GoAsync("/");
        await visitor.GoOnAsync("/cases");
        await visitor.GoOnAsync("/licences");

        Assert.True(named.DistinctBy(HashIn).Count() > 5, $"{named.Count} requests named their document.");
        Assert.All(named, request => Assert.Null(TextIn(request)));
        Assert.Contains(named, request => request.Method == "GET");
    }

    [Fact]
    public async Task A_document_that_the_server_does_not_know_is_sent_once()
    {
        await using var visitor = await demonstration.SignInAsync("section-head", at: null);
        visitor.MaySendTexts = true;
        var learnt = new ConcurrentDictionary<string, int>();
        var stream = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        // As if the server knew no document of this dashboard until it is sent: what it says of a hash that is nobody's, it says itself.
        await visitor.Page.RouteAsync(url => new Uri(url).AbsolutePath == "/graphql", async route =>
        {
            var (hash, text) = (HashIn(route.Request)!, TextIn(route.Request));
            if (text is not null)
            {
                learnt.AddOrUpdate(hash, 1, (_, times) => times + 1);
                if (route.Request.Method == "GET")
                {
                    stream.TrySetResult(text);
                }
            }

            await route.ContinueAsync(learnt.ContainsKey(hash) ? null : new()
            {
                Url = route.Request.Url.Replace(hash, NobodysHash, StringComparison.Ordinal),
                PostData = route.Request.PostData is { } body
                    ? Encoding.UTF8.GetBytes(body.Replace(hash, NobodysHash, StringComparison.Ordinal))
                    : null,
            });
        });

        await visitor.GoAsync("/cases");
        await Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "案件" }).First).ToBeVisibleAsync();
        Assert.StartsWith("subscription Changes", await stream.Task, StringComparison.Ordinal);
        await visitor.GoOnAsync("/licences");
        await visitor.GoOnAsync("/cases");

        Assert.True(learnt.Count > 5, $"{learnt.Count} documents were sent.");
        Assert.All(learnt, sent => Assert.Equal(1, sent.Value));
    }

    private static string? HashIn(IRequest request)
    {
        var asked = new Uri(request.Url);
        var extensions = asked.AbsolutePath != "/graphql" ? null
            : request.PostData is { } body ? JsonDocument.Parse(body).RootElement.GetProperty("extensions").GetRawText()
            : HttpUtility.ParseQueryString(asked.Query)["extensions"];
        return extensions is null
            ? null
            : JsonDocument.Parse(extensions).RootElement.GetProperty("persistedQuery").GetProperty("sha256Hash").GetString();
    }
}
