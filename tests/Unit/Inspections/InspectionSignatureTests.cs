using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

public sealed class InspectionSignatureTests
{
    private static readonly string Hash = new('b', 64);

    private static readonly InspectionFacts Kept = Facts with
    {
        Files = new Dictionary<string, KeptContent> { [Hash] = new("image/png", 4096) },
    };

    private static SignatureReport Signed => new(
        SignatureOutcome.Signed, "周永固", Some.TenOClock(Some.Today), new AttachmentReference(Hash, "当事人签名.png"));

    [Fact]
    public void A_signature_is_recorded_with_its_picture_and_who_signed_when()
    {
        var record = Tell(Planned(), On(Some.Today, Kept), FilledIn with { Signature = Signed with { SignedBy = " 周永固 " } }).Record!;
        Assert.Equal(
            new PartySignature(
                SignatureOutcome.Signed, "周永固", Some.TenOClock(Some.Today), new Attachment(Hash, "当事人签名.png", "image/png", 4096)),
            record.Signature);
        Assert.EndsWith("；当事人已签名", new InspectionRecorded(record).Summary.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_does_not_sign_is_recorded_with_the_reason_and_the_witness()
    {
        var unsigned = Unsigned with { SignedBy = "谁", SignedAt = Some.TenOClock(Some.Today) };
        var record = Tell(Planned(), On(Some.Today), FilledIn with { Signature = unsigned }).Record!;
        Assert.Equal(new PartySignature(SignatureOutcome.Refused, Reason: "对不符合项有异议", Witness: "居委会 周敏"), record.Signature);
    }

    // 最高人民法院关于行政诉讼证据若干问题的规定 第十五条: the reason is said, whoever else was there may sign.
    [Theory]
    [InlineData(SignatureOutcome.Refused)]
    [InlineData(SignatureOutcome.Unable)]
    public void What_was_not_signed_says_why_and_needs_no_witness(SignatureOutcome outcome)
    {
        Assert.Equal("signature.reason", Wrong(new SignatureReport(outcome, Witness: "居委会 周敏")));
        Assert.Equal("signature.reason", Wrong(new SignatureReport(outcome, Reason: "  ", Witness: "居委会 周敏")));
        var record = Tell(Planned(), On(Some.Today), FilledIn with { Signature = new(outcome, Reason: "负责人不在场", Witness: " ") }).Record!;
        Assert.Equal(new PartySignature(outcome, Reason: "负责人不在场"), record.Signature);
    }

    [Fact]
    public void What_was_signed_says_who_and_when_and_has_its_picture()
    {
        Assert.Equal("signature.signedBy", Wrong(Signed with { SignedBy = null }));
        Assert.Equal("signature.signedAt", Wrong(Signed with { SignedAt = null }));
        Assert.Equal("signature.attachment", Wrong(Signed with { Attachment = null }));
        Assert.Equal("signature.signedAt", Wrong(Signed with { SignedAt = Some.TenOClock(Some.Today.AddDays(1)) }));
        Assert.Equal("signature.signedAt", Wrong(Signed with { SignedAt = Some.TenOClock(Some.Today.AddDays(-1)) }));
        Assert.Equal("signature.attachment", Wrong(Signed, "application/pdf"));
        Assert.Equal(new AttachmentNotKept(Hash), Refused(Planned(), FilledIn with { Signature = Signed }));
    }

    [Fact]
    public void A_record_is_not_signed_before_the_inspection_however_long_it_was_planned()
    {
        var planned = Planned();
        planned = planned with { Plan = planned.Plan with { MadeOn = Some.Today.AddDays(-9) } };
        var inspected = FilledIn with { InspectedOn = Some.Today.AddDays(-2) };
        Assert.Equal("signature.signedAt", FieldOf(-3));
        Assert.Null(FieldOf(-2));

        string? FieldOf(int days) => (Inspection.Concept.Decided(
            planned,
            inspected with { Signature = Signed with { SignedAt = Some.TenOClock(Some.Today.AddDays(days)) } },
            On(Some.Today, Kept)).Refusal as InvalidInput)?.Field;
    }

    [Fact]
    public void A_signature_s_picture_says_of_itself_only_what_can_be()
    {
        var nowhere = new PhotoCapture(Some.TenOClock(Some.Today), CaptureClock.Device, 999m, 121m, 12);
        Assert.StartsWith(
            "signature.attachment",
            Wrong(Signed with { Attachment = new AttachmentReference(Hash, "当事人签名.png", nowhere) }),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_correction_leaves_what_was_signed()
    {
        var recorded = Tell(Planned(), On(Some.Today, Kept), FilledIn with { Signature = Signed });
        var corrected = Tell(recorded, On(Some.Today, Kept), Correction with { Summary = "未发现问题，已复核" });
        Assert.Equal(recorded.Record!.Signature, corrected.Record!.Signature);
    }

    [Fact]
    public void A_photo_says_when_and_where_it_was_taken()
    {
        var capture = new PhotoCapture(Some.TenOClock(Some.Today), CaptureClock.File, 31.150681m, 121.124178m, 12);
        var record = Tell(Planned(), On(Some.Today, Kept), FilledIn with { Attachments = [new(Hash, "现场.png", capture)] }).Record!;
        Assert.Equal(capture, Assert.Single(record.Attachments).Capture);

        Assert.Equal("attachments[0].capture.latitude", WrongPhoto(capture with { Longitude = null }));
        Assert.Equal("attachments[0].capture.latitude", WrongPhoto(capture with { Latitude = 90.000001m }));
        Assert.Equal("attachments[0].capture.longitude", WrongPhoto(capture with { Longitude = -181 }));
        Assert.Equal("attachments[0].capture.accuracyMetres", WrongPhoto(capture with { AccuracyMetres = -1 }));
        Assert.Equal("attachments[0].capture.takenAt", WrongPhoto(capture with { TakenAt = DateTimeOffset.MinValue }));

        static string WrongPhoto(PhotoCapture said) => Assert.IsType<InvalidInput>(
            Refused(Planned(), FilledIn with { Attachments = [new(Hash, "现场.png", said)] }, On(Some.Today, Kept))).Field;
    }

    private static string Wrong(SignatureReport signature, string mediaType = "image/png")
    {
        var facts = Facts with { Files = new Dictionary<string, KeptContent> { [Hash] = new(mediaType, 4096) } };
        return Assert.IsType<InvalidInput>(Refused(Planned(), FilledIn with { Signature = signature }, On(Some.Today, facts))).Field;
    }
}
