using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Attachments;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>Whatever is sent, nothing in the server fails, nothing of it stays, and who asks something plain is answered.</summary>
[Collection(Alone.Name)]
public sealed class HostileRequestTests(ITestOutputHelper output)
{
    private const int AtATime = 8;
    private const int WarmUp = 1_000;

    [Fact]
    public async Task Ten_thousand_hostile_requests_break_nothing_and_leave_nothing_behind()
    {
        var many = int.Parse(Environment.GetEnvironmentVariable("SHUANGDA_HOSTILE_REQUESTS") ?? "10000", CultureInfo.InvariantCulture);
        await using var api = await ApiServer.StartAsync(null, null, "--Authentication:FailuresPerMinute=1000000");
        var officer = await api.As(Roles.Officer);
        await officer.Ask("{ me { userName } }");
        var failed = new ConcurrentQueue<string>();
        var closed = new ConcurrentQueue<string>();

        await SendAsync(0, WarmUp);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        await SendAsync(WarmUp, many);
        var took = Stopwatch.GetElapsedTime(began);
        var asked = Stopwatch.GetTimestamp();
        var plain = await officer.Ask("{ me { userName } }");
        var answered = Stopwatch.GetElapsedTime(asked);
        var after = GC.GetTotalMemory(forceFullCollection: true);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{many} in {took.TotalSeconds:F1} s; a question {answered.TotalMilliseconds:F0} ms; {closed.Count} closed; "
            + $"MiB {before >> 20}, {after >> 20}"));
        Assert.Empty(failed);
        Assert.InRange(closed.Count, 0, many / 20);
        Assert.Equal("officer", plain.Data().GetProperty("me").GetProperty("userName").GetString());
        // A tenth, and what the caches of documents and addresses may hold.
        Assert.InRange(after, 0, (before * 11 / 10) + (64L << 20));

        Task SendAsync(int from, int count) => Parallel.ForEachAsync(
            Enumerable.Range(from, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = TestContext.Current.CancellationToken },
            async (number, ending) =>
            {
                var hostile = new Hostile(number);
                using var request = hostile.Make(officer.Token!);
                request.RequestUri = new Uri(api.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + request.RequestUri);
                var said = request.ToString();
                HttpResponseMessage answer;
                try
                {
                    answer = await api.Http.SendAsync(request, HttpCompletionOption.ResponseContentRead, ending);
                }
                catch (HttpRequestException broken)
                {
                    // The server may close on who still sends what it has refused.
                    closed.Enqueue(broken.Message);
                    return;
                }

                using var _ = answer;
                var body = await answer.Content.ReadAsStringAsync(ending);
                // The figures of /metrics may name the code; nobody is answered with it.
                var isInternal = request.RequestUri!.AbsolutePath != "/metrics" && body.Contains("\"INTERNAL\"", StringComparison.Ordinal);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError || isInternal)
                {
                    failed.Enqueue($"{number} ({hostile.Kind}): {(int)answer.StatusCode} {body[..Math.Min(300, body.Length)]} to {said}");
                }
            });
    }

    /// <summary>One request that means no good, the same for the same number.</summary>
    private sealed class Hostile(int number)
    {
        private static readonly string[] Questions =
        [
            "{ me { userName displayName roles } }",
            "{ enterprises(first: 5, where: { name: { contains: \"某\" } }) { totalCount nodes { name area { name } } } }",
            "{ cases(first: 3, order: [{ openedOn: DESC }]) { nodes { number title status } } }",
            "{ licences(first: 2) { nodes { number status enterprise { name } } } }",
            "{ search(text: \"制造\", first: 5) { __typename } }",
            "query Q($n: Int, $after: String) { enterprises(first: $n, after: $after) { nodes { creditCode } } }",
            "query Q($id: ID!) { node(id: $id) { id __typename } }",
            "mutation M($input: RecordLeadInput!) { recordLead(input: $input) { case { number } errors { ... on Error { code } } } }",
            "{ __schema { types { name fields { name type { name ofType { name } } } } } }",
        ];

        private static readonly string[] Oddities =
        [
            "\0", "\uD800", "\\u0000", "\u202E", "\uFFFF", "' OR 1=1 --", "<script>alert(1)</script>",
            "${jndi:ldap://x}", "../../../../etc/passwd",
            "%00", "{{7*7}}", "𠮷", "=1+1", new('9', 400), new('A', 70_000), "-1", "1e999", "NaN", "0x10", "", " ", "null",
            "9223372036854775808", "2026-02-30", "0000-00-00", "\r\nX-Evil: 1",
        ];

        private static readonly string[] Paths =
        [
            "/", "/graphql", "/graphql/schema", "/graphql/graphiql/..%2f..%2fappsettings.json", "/attachments",
            "/attachments/..%2F..%2Fshuangda.db", "/attachments/" + new string('a', 64),
            "/imports/0190b5a4-0000-7000-8000-000000000001", "/imports/..%2f..%2fshuangda",
            "/imports/0190b5a4-0000-7000-8000-000000000001/rejected.csv", "/auth/sign-in", "/health/ready", "/metrics",
            "/assets/..%2f..%2f..%2fetc%2fpasswd", "/favicon.ico", "/%c0%ae%c0%ae/", "/.git/config", "/cases/%00", "//evil/", "/\u4E2D",
        ];

        private static readonly string[] Types =
        [
            "application/json", "application/graphql", "text/plain", "multipart/form-data; boundary=b", "multipart/form-data",
            "application/xml", "text/csv; charset=utf-7", "application/pdf",
        ];

        private static readonly string[] Headers =
            ["Accept", "Accept-Language", "If-None-Match", "X-Correlation-ID", "X-Forwarded-For", "Cookie", "Last-Event-ID"];

        private static readonly string[] Nodes = ["Case", "Enterprise", "User", "X"];

        private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "X"];

        private static readonly string[] Doors = ["/attachments?fileName=", "/imports/enterprises?commandId=", "/imports/licences?x="];

        private static readonly string[] Accepted = ["application/graphql-response+json", "application/json", "*/*"];

        private static readonly Func<Hostile, string, HttpRequestMessage>[] Kinds =
        [
            static (one, _) => one.GraphQL(one.Bytes(one.Random.Next(0, 3_000))),
            static (one, _) => one.GraphQL(one.Mutated(one.Document(one.Pick(Questions), null))),
            static (one, _) => one.Asks(Encoding.UTF8.GetString(one.Mutated(one.Pick(Questions)))),
            static (one, _) => one.Asks(one.Deep()),
            static (one, _) => one.Asks(one.Wide()),
            static (one, _) => one.Asks(one.Round()),
            static (one, _) => one.Asks(one.Pick(Questions), one.Variables()),
            static (one, _) => one.GraphQL(Encoding.UTF8.GetBytes(new string('[', one.Random.Next(1, 20_000)))),
            static (one, _) => one.GraphQL(JsonSerializer.SerializeToUtf8Bytes(new
            {
                query = "{me{userName}}",
                extensions = new { persistedQuery = new { version = 1, sha256Hash = one.Odd() } },
                documentId = one.Odd().Length,
            })),
            static (one, _) => one.To(
                HttpMethod.Get,
                "/graphql?query=" + Uri.EscapeDataString(one.Cut(one.Pick(Questions) + one.Odd(), 4_000))
                + "&variables=" + Uri.EscapeDataString(one.Cut(one.Odd(), 2_000))),
            static (one, _) => one.To(new HttpMethod(one.Pick(Methods)), one.Pick(Paths)),
            static (one, _) => one.With(one.To(HttpMethod.Post, one.Pick(Doors) + Uri.EscapeDataString(one.Cut(one.Odd(), 300)))),
            static (one, _) => one.With(
                one.To(HttpMethod.Post, "/auth/sign-in"),
                JsonSerializer.SerializeToUtf8Bytes(new { userName = one.Odd(), password = one.Odd() }), "application/json"),
            static (one, token) => one.As(one.To(HttpMethod.Get, "/attachments"), one.Forged(token)),
        ];

        public Random Random { get; } = new(number);

        public int Kind => number % Kinds.Length;

        public HttpRequestMessage Make(string token)
        {
            var request = Kinds[Kind](this, token);
            if (request.Headers.Authorization is null && Random.Next(8) > 0)
            {
                request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            }

            if (Random.Next(4) == 0)
            {
                request.Headers.TryAddWithoutValidation(Pick(Headers), Header());
            }

            return request;
        }

        private HttpRequestMessage Asks(string query, object? variables = null) =>
            GraphQL(Encoding.UTF8.GetBytes(Document(query, variables)));

        private string Document(string query, object? variables) => JsonSerializer.Serialize(new { query, variables });

        private HttpRequestMessage GraphQL(byte[] body) =>
            With(To(HttpMethod.Post, "/graphql"), body, Random.Next(10) > 0 ? "application/json" : Pick(Types));

        private HttpRequestMessage To(HttpMethod method, string path)
        {
            var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(Pick(Accepted)));
            return request;
        }

        private HttpRequestMessage With(HttpRequestMessage request, byte[]? body = null, string? type = null)
        {
            request.Content = new ByteArrayContent(body ?? Upload());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type ?? Pick(Types));
            return request;
        }

        private HttpRequestMessage As(HttpRequestMessage request, string token)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
            return request;
        }

        private byte[] Upload() => Random.Next(4) switch
        {
            0 => Bytes(Random.Next(0, 5_000)),
            1 => [.. "%PDF-1.7\n"u8, .. Bytes(200)],
            2 => [.. "PK\u0003\u0004"u8, .. Bytes(2_000)],
            _ => Encoding.UTF8.GetBytes(
                $"--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"{Cut(Odd(), 80)}\"\r\n\r\n"
                + $"统一社会信用代码,企业名称\r\n{Cut(Odd(), 500)},{Cut(Odd(), 500)}\r\n--b--"),
        };

        private string Deep()
        {
            var levels = Random.Next(5, 3_000);
            var (open, shut) = (Enumerable.Repeat("{ node(id: \"x\") ", levels), Enumerable.Repeat(" }", levels));
            return $"{string.Concat(open)}{{ id }}{string.Concat(shut)}";
        }

        private string Wide()
        {
            var names = Enumerable.Range(0, Random.Next(10, 2_000)).Select(at => $"a{at}: me {{ userName }}");
            return $"{{ {string.Join(' ', names)} }}";
        }

        private string Round() =>
            "{ me { ...A } } fragment A on User { ...B } fragment B on User { ...A " + (Random.Next(2) == 0 ? "...B" : "id") + " }";

        private Dictionary<string, object?> Variables() => new()
        {
            ["n"] = Random.Next(4) switch { 0 => int.MaxValue, 1 => -1, 2 => Odd(), _ => 1e300 },
            ["after"] = Random.Next(2) == 0 ? Odd() : Convert.ToBase64String(Bytes(30)),
            ["id"] = Random.Next(2) == 0 ? Odd() : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Pick(Nodes)}:{Odd()}")),
            ["input"] = new Dictionary<string, object?>
            {
                ["title"] = Odd(),
                ["facts"] = Odd(),
                ["on"] = Odd(),
                ["x"] = new[] { Odd() },
            },
        };

        private string Forged(string token)
        {
            var parts = token.Split('.');
            return Random.Next(4) switch
            {
                0 => Cut(Odd(), 2_000).Replace("\r\n", "", StringComparison.Ordinal),
                1 => $"{parts[0]}.{parts[1]}.",
                2 => $"{Convert.ToBase64String("{\"alg\":\"none\"}"u8).TrimEnd('=')}.{parts[1]}.",
                _ => token[..^Random.Next(1, 20)],
            };
        }

        private byte[] Mutated(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            for (var at = Random.Next(1, 6); at > 0; at--)
            {
                bytes[Random.Next(bytes.Length)] = (byte)Random.Next(256);
            }

            return bytes[..Random.Next(bytes.Length / 2, bytes.Length + 1)];
        }

        private byte[] Bytes(int count)
        {
            var bytes = new byte[count];
            Random.NextBytes(bytes);
            return bytes;
        }

        // A lone surrogate cannot be written by the client's own serialiser; bodies of bytes bring it.
        private string Odd() => Pick(Oddities) is var one && one == "\uD800" ? "\uFFFD" : one;

        // No client sends what no header may hold.
        private string Header() => new([.. Cut(Odd(), 3_000).Where(letter => letter is >= ' ' and <= '~')]);

        private string Cut(string text, int most) => text.Length > most ? text[..most] : text;

        private string Pick(string[] among) => among[Random.Next(among.Length)];
    }
}
