using System.Collections.Immutable;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.CrimeTransfers;

// What the police and the prosecutors did and told on paper, recorded by the bureau.
public static partial class CrimeTransfer
{
    /// <summary>Whether somebody may take or record a step of the agency that it was sent to.</summary>
    private static bool MayRecordTheirs(Actor actor) => actor.Agency is not null || actor.IsAnyOf(Roles.Legal);

    // An agency's own people write no paper about themselves; whoever writes for them shows it.
    private static (Refusal? Refused, TransferPaper? Paper) PaperOf(CrimeTransferCommand command, Circumstances now)
    {
        if (command is not IRecordedForOthers c)
        {
            return (null, null);
        }

        if (now.Actor.Agency is not null)
        {
            return FreeText.Given(c.RecordedFor) is null && c.Attachments is null or { IsEmpty: true } ? (null, null)
                : (new InvalidInput(
                    "recordedFor", "本机关自行登记的步骤不需要注明代登记", "A step that an agency records itself is recorded for nobody else"), null);
        }

        var refused = FreeText.Missing("recordedFor", c.RecordedFor)
            ?? FreeText.Missing(c is RecordPoliceReceipt ? "receiptNumber" : "documentNumber", c.Document)
            ?? (c.Attachments is null or { IsEmpty: true }
                ? new InvalidInput("attachments", "代登记应当附文书的扫描件", "What is recorded from paper has its scan attached")
                : AttachmentReferences.Problem(c.Attachments, now.Required<ScansFound>().Files));
        return refused is not null
            ? (refused, null)
            : (null, new TransferPaper(
                now.At, now.Actor.User, c.RecordedFor!.Trim(), c.Document!.Trim(),
                    AttachmentReferences.Recorded(c.Attachments, now.Required<ScansFound>().Files)));
    }
}

/// <summary>
/// 代登记的步骤. A step of the police or the prosecutors, which their liaison officer records, or the legal section from paper.
/// </summary>
public interface IRecordedForOthers
{
    /// <summary>代何人登记. Whose step it was; null where the agency records it itself.</summary>
    string? RecordedFor { get; }

    /// <summary>文书编号. The number of the paper.</summary>
    string? Document { get; }

    /// <summary>附件. The scan of the paper.</summary>
    ImmutableArray<AttachmentReference>? Attachments { get; }
}

/// <summary>纸质文书. A paper of the police or the prosecutors from which the bureau recorded their step.</summary>
/// <param name="At">办理时刻. When the step was taken (UTC).</param>
/// <param name="RecordedBy">登记人. User name.</param>
/// <param name="RecordedFor">代何人登记. Whose step it was.</param>
/// <param name="DocumentNumber">文书编号.</param>
/// <param name="Scan">扫描件. Its files.</param>
[GenerateSerializer, Immutable, Alias("transfer-paper")]
public sealed record TransferPaper(
    DateTimeOffset At, string RecordedBy, string RecordedFor, string DocumentNumber, ImmutableArray<Attachment> Scan);

/// <summary>扫描件情况. What the shell found out of the files that a command names.</summary>
/// <param name="Files">已存附件. The named files that are kept, by hash.</param>
public sealed record ScansFound(IReadOnlyDictionary<string, KeptContent> Files);
