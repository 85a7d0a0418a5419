using System.Text.Json.Serialization;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

// An inspection is recorded (行政处罚法 第五十五条) and the party signs the record. Why it would not or could not sign is said, and whoever
// else was there may sign in its place (最高人民法院关于行政诉讼证据若干问题的规定 第十五条): a witness is named where there was one.
public static partial class Inspection
{
    private static InvalidInput? SignatureProblem(SignatureReport? signature, DateOnly inspectedOn, Circumstances now) => signature switch
    {
        null => null,
        { Outcome: SignatureOutcome.Signed } signed =>
            FreeText.Missing("signature.signedBy", signed.SignedBy)
            ?? (signed.SignedAt is { } at
                ? ActDay.Problem("signature.signedAt", ShanghaiTime.DayOf(at), inspectedOn, now.Today)
                : new InvalidInput("signature.signedAt", "应写明签名时间", "Say when it was signed"))
            ?? (signed.Attachment is null
                ? new InvalidInput("signature.attachment", "应附签名图片", "The picture of the signature is missing")
                : AttachmentReferences.NameProblem("signature.attachment", [signed.Attachment])),
        _ => FreeText.Missing("signature.reason", signature.Reason),
    };

    /// <summary>
    /// The signature as it is recorded, or what is wrong with its picture. <see cref="SignatureProblem"/> has found nothing.
    /// </summary>
    private static (PartySignature? Recorded, InvalidInput? Refused) SignatureOf(SignatureReport? signature, InspectionFacts facts)
    {
        if (signature is null)
        {
            return (null, null);
        }

        if (signature is not { Outcome: SignatureOutcome.Signed, Attachment: { } picture })
        {
            var (reason, witness) = (FreeText.Given(signature.Reason), FreeText.Given(signature.Witness));
            return (new PartySignature(signature.Outcome, Reason: reason, Witness: witness), null);
        }

        var kept = AttachmentReferences.Recorded([picture], facts.Files)[0];
        return kept.MediaType.StartsWith("image/", StringComparison.Ordinal)
            ? (new PartySignature(signature.Outcome, FreeText.Given(signature.SignedBy), signature.SignedAt, kept), null)
            : (null, new InvalidInput("signature.attachment", "签名应为图片", "A signature is a picture"));
    }
}

/// <summary>签名情况. Whether the party signed the record of the inspection.</summary>
[JsonConverter(typeof(WireNameConverter<SignatureOutcome>))]
public enum SignatureOutcome
{
    /// <summary>The party signed.</summary>
    [Term("已签名", "signed")]
    Signed,

    /// <summary>The party would not sign.</summary>
    [Term("拒绝签名", "refused to sign")]
    Refused,

    /// <summary>The party could not sign, or was not there.</summary>
    [Term("不能签名", "could not sign")]
    Unable,
}

/// <summary>当事人签名. What became of the party's signature under the record of an inspection.</summary>
/// <param name="Outcome">签名情况. Whether the party signed.</param>
/// <param name="SignedBy">签名人. Who signed for the party; there is one exactly when it was signed.</param>
/// <param name="SignedAt">签名时间. The instant, as the officer's device said it; there is one exactly when it was signed.</param>
/// <param name="Attachment">签名图片. The picture of the signature; there is one exactly when it was signed.</param>
/// <param name="Reason">未签原因. Why it was not signed; there is one exactly when it was not.</param>
/// <param name="Witness">见证人. Who saw that it was not signed; null where nobody else was there, and where it was signed.</param>
[GenerateSerializer, Immutable, Alias("party-signature")]
public sealed record PartySignature(
    SignatureOutcome Outcome,
    string? SignedBy = null,
    DateTimeOffset? SignedAt = null,
    Attachment? Attachment = null,
    string? Reason = null,
    string? Witness = null)
{
    /// <summary>What is in it goes with whether it was signed.</summary>
    [JsonIgnore]
    internal bool IsWhole => Outcome is SignatureOutcome.Signed
        ? (SignedBy, SignedAt, Attachment, Reason, Witness) is (not null, not null, not null, null, null)
        : (SignedBy, SignedAt, Attachment, Reason) is (null, null, null, not null);
}

/// <summary>当事人签名填报. What became of the party's signature, as the officers fill it in.</summary>
/// <param name="Outcome">签名情况. Whether the party signed.</param>
/// <param name="SignedBy">签名人. Who signed for the party; must be given when it was signed.</param>
/// <param name="SignedAt">签名时间. The instant; must be given when it was signed. Not after today.</param>
/// <param name="Attachment">签名图片. A picture that was brought before; must be given when it was signed.</param>
/// <param name="Reason">未签原因. Why it was not signed; must be given when it was not.</param>
/// <param name="Witness">见证人. Who saw that it was not signed, where somebody else was there.</param>
[GenerateSerializer, Immutable, Alias("signature-report")]
public sealed record SignatureReport(
    SignatureOutcome Outcome,
    [Longest(100)] string? SignedBy = null,
    DateTimeOffset? SignedAt = null,
    AttachmentReference? Attachment = null,
    [Longest(500)] string? Reason = null,
    [Longest(100)] string? Witness = null);
