using System.Net;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Attachments;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Inspections;

/// <summary>The party's signature under a record, and what is said of when and where its photos were taken.</summary>
/// <param name="server">Where files are kept.</param>
public sealed class InspectionSignatureTests(AttachmentServer server) : AttachmentTest(server)
{
    private const string Asked = """
        inspection {
          signature { outcome signedBy signedAt reason witness attachment { hash fileName mediaType } }
          attachments { fileName capture { takenAt clock latitude longitude accuracyMetres } }
        }
        """;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. "the party's signature"u8];

    [Fact]
    public async Task A_signature_and_the_place_of_a_photo_are_recorded_and_read_again()
    {
        var photo = (await Bring(Jpeg, "现场.jpg")).Json.Text("hash");
        var (status, picture) = await Bring(Png, "当事人签名.png");
        Assert.Equal(HttpStatusCode.Created, status);

        var capture = new
        {
            takenAt = "2026-03-02T09:10:00+08:00",
            clock = "DEVICE",
            latitude = 31.150681m,
            longitude = 121.124178m,
            accuracyMetres = 12,
        };
        var recorded = await RecordAsync(SignedWith(picture.Text("hash")), new { hash = photo, fileName = "现场.jpg", capture });
        Assert.Equal(
            ("SIGNED", "周永固", "2026-03-02T01:40:00.000Z", null),
            (Signature("outcome"), Signature("signedBy"), Signature("signedAt"), Signature("reason")));
        Assert.Equal(
            (picture.Text("hash"), "当事人签名.png", "image/png"),
            (Signature("attachment.hash"), Signature("attachment.fileName"), Signature("attachment.mediaType")));
        Assert.Equal(
            ("2026-03-02T01:10:00.000Z", "DEVICE", "31.150681", "121.124178", "12"),
            (Captured("takenAt"), Captured("clock"), Captured("latitude"), Captured("longitude"), Captured("accuracyMetres")));

        string? Signature(string field) => recorded.Text($"inspection.signature.{field}");
        string? Captured(string field) => recorded.Text($"inspection.attachments.0.capture.{field}");
    }

    // 最高人民法院关于行政诉讼证据若干问题的规定 第十五条.
    [Fact]
    public async Task Whoever_would_not_sign_is_recorded_with_the_reason()
    {
        var recorded = await RecordAsync(new { outcome = "REFUSED", reason = "对不符合项有异议", witness = "居委会 周敏" });
        Assert.Equal(
            ("REFUSED", "对不符合项有异议", "居委会 周敏", null),
            (Signature("outcome"), Signature("reason"), Signature("witness"), Signature("signedBy")));

        var refused = await RecordAsync(new { outcome = "UNABLE" });
        Assert.Equal("InvalidInputError INVALID_INPUT", refused.Refusal());

        string? Signature(string field) => recorded.Text($"inspection.signature.{field}");
    }

    [Fact]
    public async Task A_signature_that_nobody_brought_is_refused()
    {
        Assert.Equal("AttachmentNotKeptError ATTACHMENT_NOT_KEPT", (await RecordAsync(SignedWith(new string('a', 64)))).Refusal());
    }

    private static object SignedWith(string? hash) => new
    {
        outcome = "SIGNED",
        signedBy = "周永固",
        signedAt = "2026-03-02T01:40:00Z",
        attachment = new { hash, fileName = "当事人签名.png" },
    };

    private async Task<JsonElement> RecordAsync(object signature, params object[] attachments)
    {
        var record = new
        {
            number = await PlannedAsync(),
            officers = Bureau.Two,
            findings = Bureau.Conforming,
            result = "NONE",
            summary = "未发现问题",
            attachments,
            signature,
        };
        return await Officer.Do("recordInspection", record, Asked);
    }
}
