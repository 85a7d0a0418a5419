using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Attachments;
using ShuangDa.Tests.Api.Inspections;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Attachments;

/// <summary>Photos and files: brought, recorded, given back, and refused.</summary>
public sealed class AttachmentTests(AttachmentServer server) : AttachmentTest(server)
{
    [Fact]
    public async Task A_photo_is_brought_recorded_and_given_back_as_it_was()
    {
        var (status, kept) = await Bring(Jpeg, "现场.jpg");
        Assert.Equal(HttpStatusCode.Created, status);
        var hash = kept.Text("hash");
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Jpeg)), "现场.jpg", "image/jpeg", Jpeg.Length.ToString(), $"/attachments/{hash}"), (hash, kept.Text("fileName"), kept.Text("mediaType"), kept.Text("bytes"), kept.Text("url")));

        var number = await PlannedAsync();
        var recorded = await Officer.Do("recordInspection", new { number, officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题", attachments = new[] { new { hash, fileName = "现场.jpg" } } }, "inspection{attachments{hash fileName mediaType bytes url}}");
        Assert.Equal((hash, "现场.jpg", "image/jpeg"), (recorded.Text("inspection.attachments.0.hash"), recorded.Text("inspection.attachments.0.fileName"), recorded.Text("inspection.attachments.0.mediaType")));

        using var back = await Fetch($"/attachments/{hash}");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg", "nosniff"), (back.StatusCode, back.Content.Headers.ContentType?.MediaType, string.Join(',', back.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Equal(Jpeg, await back.Content.ReadAsByteArrayAsync());
        Assert.Contains("sandbox", string.Concat(back.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal((true, "inline"), (back.Headers.CacheControl?.NoStore, back.Content.Headers.ContentDisposition?.DispositionType));
    }

    [Fact]
    public async Task What_no_record_names_is_set_aside_and_removed_later_and_what_one_names_stays()
    {
        var unnamed = Api.Services.GetRequiredService<UnnamedAttachments>();
        var hashes = new List<string>();
        for (byte one = 0; one < 3; one++)
        {
            hashes.Add((await Bring([.. Jpeg, one], "现场.jpg")).Json.Text("hash")!);
        }

        var number = await PlannedAsync();
        var record = new
        {
            number,
            officers = Bureau.Two,
            findings = Bureau.Conforming,
            result = "NONE",
            summary = "未发现问题",
            attachments = hashes.Take(2).Select(hash => new { hash, fileName = "现场.jpg" }),
        };
        await Officer.Do("recordInspection", record, "inspection{status}");
        // The program died before it took the mark from what a record names.
        var mark = Path.ChangeExtension(Kept.Single(file => file.Contains(hashes[1], StringComparison.Ordinal)), ".brought");
        await File.WriteAllTextAsync(mark, "officer", TestContext.Current.CancellationToken);

        Assert.Equal(0, await CollectAsync());
        Assert.Equal(2, Kept.Count(file => file.EndsWith(".jpg", StringComparison.Ordinal)));
        using (var gone = await Fetch($"/attachments/{hashes[2]}"))
        {
            Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        }

        Assert.Equal(1, await CollectAsync());
        Assert.Equal(2, Files.Length);
        foreach (var hash in hashes.Take(2))
        {
            using var still = await Fetch($"/attachments/{hash}");
            Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        }

        Assert.Equal(0, await CollectAsync());

        Task<int> CollectAsync() =>
            unnamed.CollectAsync(TimeProvider.System.GetUtcNow().AddMinutes(1), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_has_brought_too_much_that_no_record_names_is_told_so()
    {
        await using var small = await ApiServer.StartAsync(null, null, "--Attachments:MaxUnnamedBytes=40");
        var officer = await small.As(Roles.Officer);
        foreach (var (length, status) in new[] { (40, HttpStatusCode.Created), (20, HttpStatusCode.InsufficientStorage) })
        {
            using var content = new ByteArrayContent([.. Jpeg[..4], .. new byte[length - 4]]);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?fileName=a.jpg") { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", officer.Token);
            using var answer = await small.Http.SendAsync(request);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_attachment_that_nobody_brought_is_refused_in_a_record()
    {
        var number = await PlannedAsync();
        var refused = await Officer.Do("recordInspection", new { number, officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "未发现问题", attachments = new[] { new { hash = new string('a', 64), fileName = "a.jpg" } } }, "inspection{status}");
        Assert.Equal("AttachmentNotKeptError ATTACHMENT_NOT_KEPT", refused.Refusal());
    }

    [Fact]
    public async Task The_same_file_twice_is_stored_once()
    {
        var (_, first) = await Bring(Jpeg, "一.jpg");
        var (status, again) = await Bring(Jpeg, "二.jpeg");
        Assert.Equal((HttpStatusCode.Created, first.Text("hash"), "二.jpeg"), (status, again.Text("hash"), again.Text("fileName")));
        Assert.Single(Kept);
    }

    [Theory]
    [InlineData("../现场.jpg")]
    [InlineData("..\\现场.jpg")]
    [InlineData("/etc/现场.jpg")]
    [InlineData("C:现场.jpg")]
    [InlineData(".jpg")]
    [InlineData("nul.jpg")]
    [InlineData("现场\u202Egpj.jpg")]
    [InlineData("")]
    public async Task A_name_that_is_no_mere_name_is_refused(string name)
    {
        var (status, problem) = await Bring(Jpeg, name);
        Assert.Equal((HttpStatusCode.BadRequest, "BAD_FILE_NAME"), (status, problem.Text("code")));
        Assert.Empty(Kept);
    }

    [Theory]
    [InlineData("程序.exe", "MZ")]
    [InlineData("网页.html", "<html>")]
    [InlineData("照片.jpg", "<script>")]
    [InlineData("照片.png", "%PDF-1.7")]
    [InlineData("空.jpg", "")]
    public async Task A_file_that_is_not_what_its_name_says_or_of_no_kind_that_is_kept_is_refused(string name, string content)
    {
        var (status, problem) = await Bring(System.Text.Encoding.UTF8.GetBytes(content), name);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_FILE"), (status, problem.Text("code")));
        Assert.Empty(Kept);
    }

    [Fact]
    public async Task Who_sends_what_is_refused_before_it_was_read_is_told_that_the_connection_ends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments?fileName=a.exe") { Content = new ByteArrayContent([.. "MZ"u8, .. new byte[2 * MiB]]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Officer.Token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var refused = await Api.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, true), (refused.StatusCode, refused.Headers.ConnectionClose));
        Assert.Equal(HttpStatusCode.Created, (await Bring(Jpeg, "一.jpg")).Status);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing_behind()
    {
        var (status, problem) = await Bring(new FilmStream(61L * MiB), "录像.mp4");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"), (status, problem.Text("code")));
        Assert.Empty(Kept);
    }

    [Fact]
    public async Task A_file_whose_bytes_changed_on_the_disk_is_reported_and_not_sent()
    {
        var (_, kept) = await Bring(Jpeg, "现场.jpg");
        var file = Assert.Single(Kept);
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        using var back = await Fetch(kept.Text("url")!);
        Assert.Equal(HttpStatusCode.InternalServerError, back.StatusCode);
        Assert.Contains("ATTACHMENT_CHANGED", await back.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Brought again, it is whole again.
        await Bring(Jpeg, "现场.jpg");
        using var whole = await Fetch(kept.Text("url")!);
        Assert.Equal(Jpeg, await whole.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_of_a_partner_agency_gets_nothing()
    {
        var (_, kept) = await Bring(Jpeg, "现场.jpg");
        Assert.Equal(HttpStatusCode.Unauthorized, (await Api.Http.GetAsync(kept.Text("url"))).StatusCode);
        using var asked = new HttpRequestMessage(HttpMethod.Get, kept.Text("url"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await Api.As(Roles.Liaison)).Send(asked)).Status);
        foreach (var hash in new[] { new string('b', 64), "..%2F..%2Fshuangda.db", "现场.jpg" })
        {
            using var none = await Fetch($"/attachments/{hash}");
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }
}

/// <summary>The files of a case's evidence.</summary>
public sealed class EvidenceFilesTests(AttachmentServer server) : AttachmentTest(server)
{
    private const string Shown = "case{evidence{title recordedBy recordedAt attachment attachments{hash fileName mediaType bytes url}}}";
    private static readonly byte[] Pdf = [.. "%PDF-1.7 a report of the laboratory"u8];

    [Fact]
    public async Task Evidence_has_files_whose_names_kinds_and_lengths_a_case_shows_and_which_are_given_back()
    {
        var (_, photo) = await Bring(Jpeg, "现场.jpg");
        var (_, report) = await Bring(Pdf, "检验报告.pdf");
        var added = await Officer.Do("addEvidence", await EvidenceAsync(new { attachments = new[] { Named(photo), Named(report) } }), Shown);

        Assert.Equal("", added.Refusal());
        Assert.Equal(("officer", "2026-03-02T02:00:00.000Z"), (added.Text("case.evidence.0.recordedBy"), added.Text("case.evidence.0.recordedAt")));
        Assert.Equal(["现场.jpg", "检验报告.pdf"], added.Texts("case.evidence.0.attachments", "fileName"));
        Assert.Equal(["image/jpeg", "application/pdf"], added.Texts("case.evidence.0.attachments", "mediaType"));
        Assert.Equal([$"{Jpeg.Length}", $"{Pdf.Length}"], added.Texts("case.evidence.0.attachments", "bytes"));
        using var back = await Fetch(added.Text("case.evidence.0.attachments.1.url")!);
        Assert.Equal(Pdf, await back.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Evidence_takes_no_file_that_nobody_brought_and_records_nothing_then()
    {
        var (_, photo) = await Bring(Jpeg, "现场.jpg");
        var input = await EvidenceAsync(new { attachments = new[] { Named(photo), new { hash = new string('a', 64), fileName = "报告.pdf" } } });
        Assert.Equal("AttachmentNotKeptError ATTACHMENT_NOT_KEPT", (await Officer.Do("addEvidence", input, Shown)).Refusal());
        Assert.Equal(0, (await Officer.Ask("query($number:String!){case(number:$number){evidence{title}}}", new { number = input["number"] })).Data().At("case.evidence").GetArrayLength());
    }

    [Fact]
    public async Task Evidence_that_was_recorded_with_a_hash_alone_shows_what_is_kept_under_it()
    {
        var (_, photo) = await Bring(Jpeg, "现场.jpg");
        var hash = photo.Text("hash")!;
        var added = await Officer.Do("addEvidence", await EvidenceAsync(new { attachment = hash }), Shown);
        Assert.Equal(($"{hash[..12]}.jpg", $"/attachments/{hash}"), (added.Text("case.evidence.0.attachments.0.fileName"), added.Text("case.evidence.0.attachments.0.url")));
        var elsewhere = await Officer.Do("addEvidence", await EvidenceAsync(new { attachment = new string('e', 64) }), Shown);
        Assert.Equal((new string('e', 64), 0), (elsewhere.Text("case.evidence.0.attachment"), elsewhere.At("case.evidence.0.attachments").GetArrayLength()));
    }

    [Fact]
    public async Task A_partner_agency_s_liaison_gets_neither_the_evidence_nor_its_files_nor_brings_any()
    {
        var (_, photo) = await Bring(Jpeg, "现场.jpg");
        var input = await EvidenceAsync(new { attachments = new[] { Named(photo) } });
        Assert.Equal("", (await Officer.Do("addEvidence", input, Shown)).Refusal());

        var liaison = await Api.As(Roles.Liaison);
        foreach (var query in new[] { $"case(number:\"{input["number"]}\"){{evidence{{attachments{{url}}}}}}", "cases{nodes{evidence{attachments{hash}}}}", "crimeTransfers{nodes{case{evidence{attachments{hash}}}}}" })
        {
            var answer = await liaison.Ask($"{{{query}}}");
            Assert.Contains("FORBIDDEN", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(photo.Text("hash")!, answer.Body, StringComparison.Ordinal);
        }

        foreach (var (method, path) in new[] { (HttpMethod.Get, photo.Text("url")!), (HttpMethod.Get, "/attachments"), (HttpMethod.Post, "/attachments?fileName=a.jpg") })
        {
            using var asked = new HttpRequestMessage(method, path);
            Assert.Equal(HttpStatusCode.Forbidden, (await liaison.Send(asked)).Status);
        }
    }

    [Fact]
    public async Task What_a_file_may_be_is_told_before_one_is_sent()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/attachments");
        var limits = (await Officer.Send(asked)).Json;
        Assert.Equal($"{60 * MiB}", limits.Text("maxBytes"));
        Assert.Superset(new HashSet<string?> { ".jpg", ".jpeg", ".pdf", ".docx" }, limits.At("endings").EnumerateArray().Select(one => one.GetString()).ToHashSet());
    }

    private static object Named(JsonElement kept) => new { hash = kept.Text("hash"), fileName = kept.Text("fileName") };

    private async Task<Dictionary<string, object?>> EvidenceAsync(object more)
    {
        var filed = await new Bureau(Api).FiledAsync();
        return ApiServer.Merge(new { number = filed.Number, kind = "SCENE_RECORD", title = "现场照片", takenOn = "2026-03-02", takenBy = Bureau.Two, holder = "officer", place = "证物室" }, more);
    }
}

/// <summary>What would be seen in memory is looked at while nothing else runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>A large film goes through and is not held.</summary>
[Collection(Alone.Name)]
public sealed class LargeAttachmentTests(AttachmentServer server) : AttachmentTest(server)
{
    [Fact]
    public async Task Fifty_megabytes_pass_through_both_ways_without_being_held_in_memory()
    {
        await Bring(Jpeg, "热身.jpg");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (status, kept) = await Bring(new FilmStream(50L * MiB), "录像.mp4");
        Assert.Equal((HttpStatusCode.Created, (50L * MiB).ToString()), (status, kept.Text("bytes")));
        using var back = await Fetch(kept.Text("url")!);
        await using var content = await back.Content.ReadAsStreamAsync();
        Assert.Equal(kept.Text("hash"), Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        // Client and server together, and whatever logs beside them: whoever held the film but one way would allocate all of it.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 45L * MiB);
    }
}

/// <summary>A server with a folder of attachments of its own.</summary>
public sealed class AttachmentServer : IAsyncLifetime
{
    public TemporaryFolder Folder { get; } = new();

    public ApiServer Api { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Api = await ApiServer.StartAsync(null, null, $"--Attachments:Folder={Folder.Path}", $"--Attachments:MaxBytes={60 * 1024 * 1024}");

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        Folder.Dispose();
    }
}

/// <summary>An officer at a server whose folder is empty when the test begins.</summary>
public abstract class AttachmentTest(AttachmentServer server) : IClassFixture<AttachmentServer>, IAsyncLifetime
{
    protected const int MiB = 1024 * 1024;
    protected static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. "a photo of the test equipment"u8];

    private readonly AttachmentServer _server = server;

    protected ApiServer Api => _server.Api;

    protected ApiClient Officer { get; private set; } = null!;

    protected string[] Kept => [.. Files.Where(file => !file.EndsWith(".brought", StringComparison.Ordinal))];

    protected string[] Files => Directory.GetFiles(_server.Folder.Path, "*", SearchOption.AllDirectories);

    public async ValueTask InitializeAsync()
    {
        Officer = await Api.As(Roles.Officer);
        foreach (var left in Files)
        {
            File.Delete(left);
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Plans an inspection that the officer can record; its number.</summary>
    protected async Task<string?> PlannedAsync()
    {
        await Api.As(Roles.SectionHead);
        var planning = new { enterpriseCreditCode = await Api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" };
        return (await Officer.Do("planInspection", planning, "inspection{number}")).Text("inspection.number");
    }

    protected Task<(HttpStatusCode Status, JsonElement Json)> Bring(byte[] content, string name) => Bring(new MemoryStream(content), name);

    protected async Task<(HttpStatusCode Status, JsonElement Json)> Bring(Stream content, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = new StreamContent(content) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Officer.Token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name.Length > 0)
        {
            request.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        }

        using var response = await Api.Http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    protected async Task<HttpResponseMessage> Fetch(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Officer.Token);
        return await Api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Looks like a film and is made as it is read.</summary>
    protected sealed class FilmStream(long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _at);
            for (var at = 0; at < count; at++)
            {
                buffer[at] = (_at + at) is >= 4 and < 8 ? "ftyp"u8[(int)(_at + at - 4)] : (byte)(_at + at);
            }

            _at += count;
            return count;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
