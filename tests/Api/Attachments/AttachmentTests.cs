using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Inspections;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Attachments;

/// <summary>Photos and files: brought, recorded, given back, and refused.</summary>
public sealed class AttachmentTests : IAsyncLifetime
{
    private const int MiB = 1024 * 1024;
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, .. "a photo of the test equipment"u8];

    private readonly TemporaryFolder _folder = new();
    private ApiServer _api = null!;
    private ApiClient _officer = null!;

    private string[] Kept => Directory.Exists(_folder.Path) ? Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories) : [];

    public async ValueTask InitializeAsync()
    {
        _api = await ApiServer.StartAsync(null, null, $"--Attachments:Folder={_folder.Path}", $"--Attachments:MaxBytes={60 * MiB}");
        _officer = await _api.As(Roles.Officer);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_photo_is_brought_recorded_and_given_back_as_it_was()
    {
        var (status, kept) = await Bring(Jpeg, "现场.jpg");
        Assert.Equal(HttpStatusCode.Created, status);
        var hash = kept.Text("hash");
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(Jpeg)), "现场.jpg", "image/jpeg", Jpeg.Length.ToString(), $"/attachments/{hash}"), (hash, kept.Text("fileName"), kept.Text("mediaType"), kept.Text("bytes"), kept.Text("url")));

        await _api.As(Roles.SectionHead);
        var planned = await _officer.Do("planInspection", new { enterpriseCreditCode = await _api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" }, "inspection{number}");
        var recorded = await _officer.Do("recordInspection", new { number = planned.Text("inspection.number"), officers = new[] { "officer", "section-head" }, findings = LadderTests.Conforming, result = "NONE", summary = "未发现问题", attachments = new[] { new { hash, fileName = "现场.jpg" } } }, "inspection{attachments{hash fileName mediaType bytes url}}");
        Assert.Equal((hash, "现场.jpg", "image/jpeg"), (recorded.Text("inspection.attachments.0.hash"), recorded.Text("inspection.attachments.0.fileName"), recorded.Text("inspection.attachments.0.mediaType")));

        using var back = await Fetch($"/attachments/{hash}");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg", "nosniff"), (back.StatusCode, back.Content.Headers.ContentType?.MediaType, string.Join(',', back.Headers.GetValues("X-Content-Type-Options"))));
        Assert.Equal(Jpeg, await back.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task An_attachment_that_nobody_brought_is_refused_in_a_record()
    {
        await _api.As(Roles.SectionHead);
        var planned = await _officer.Do("planInspection", new { enterpriseCreditCode = await _api.EnterpriseAsync(), basis = "SWEEP", plannedOn = "2026-03-10" }, "inspection{number}");
        var refused = await _officer.Do("recordInspection", new { number = planned.Text("inspection.number"), officers = new[] { "officer", "section-head" }, findings = LadderTests.Conforming, result = "NONE", summary = "未发现问题", attachments = new[] { new { hash = new string('a', 64), fileName = "a.jpg" } } }, "inspection{status}");
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
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing_behind()
    {
        var (status, problem) = await Bring(new Film(61L * MiB), "录像.mp4");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "LIMIT_EXCEEDED"), (status, problem.Text("code")));
        Assert.Empty(Kept);
    }

    [Fact]
    public async Task Fifty_megabytes_pass_through_both_ways_without_being_held_in_memory()
    {
        await Bring(Jpeg, "热身.jpg");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var (status, kept) = await Bring(new Film(50L * MiB), "录像.mp4");
        Assert.Equal((HttpStatusCode.Created, (50L * MiB).ToString()), (status, kept.Text("bytes")));
        using var back = await Fetch(kept.Text("url")!);
        await using var content = await back.Content.ReadAsStreamAsync();
        Assert.Equal(kept.Text("hash"), Convert.ToHexStringLower(await SHA256.HashDataAsync(content)));
        // Client and server together: a twentieth of the 100 MiB that went to and fro would be seen as an array at once.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 40L * MiB);
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
        Assert.Equal(HttpStatusCode.Unauthorized, (await _api.Http.GetAsync(kept.Text("url"))).StatusCode);
        using var asked = new HttpRequestMessage(HttpMethod.Get, kept.Text("url"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _api.As(Roles.Liaison)).Send(asked)).Status);
        foreach (var hash in new[] { new string('b', 64), "..%2F..%2Fshuangda.db", "现场.jpg" })
        {
            using var none = await Fetch($"/attachments/{hash}");
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    private Task<(HttpStatusCode Status, JsonElement Json)> Bring(byte[] content, string name) => Bring(new MemoryStream(content), name);

    private async Task<(HttpStatusCode Status, JsonElement Json)> Bring(Stream content, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/attachments") { Content = new StreamContent(content) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _officer.Token);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name.Length > 0)
        {
            request.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        }

        using var response = await _api.Http.SendAsync(request);
        return (response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement);
    }

    private async Task<HttpResponseMessage> Fetch(string url)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _officer.Token);
        return await _api.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Looks like a film and is made as it is read.</summary>
    private sealed class Film(long length) : Stream
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
