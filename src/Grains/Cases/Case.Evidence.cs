using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

// Evidence and who keeps it.
public static partial class Case
{
    private static Decision<CaseEvent>? DecideInEvidence(CaseState state, CaseCommand command, Circumstances now) => command switch
    {
        AddEvidence when IsNotInvestigated(state) => new CaseNotInStage(state.Stage),
        AddEvidence c => DecideAddEvidence(state, c, now),
        MoveEvidence c => DecideMoveEvidence(state, c, now),
        _ => Decision<CaseEvent>.NotOfThisStage,
    };

    private static CaseState? ApplyInEvidence(CaseState state, CaseEvent happened) => happened switch
    {
        EvidenceAdded e => state with { Evidence = state.Evidence.Add(e.Evidence) },
        EvidenceMoved e => state with { Evidence = [.. state.Evidence.Select(one => one.Number == e.Evidence ? one with { Custody = one.Custody.Add(e.Custody) } : one)] },
        _ => null,
    };

    private static Decision<CaseEvent> DecideAddEvidence(CaseState state, AddEvidence c, Circumstances now)
    {
        if (Officers(c.TakenBy, now, out var takenBy) is { } few)
        {
            return few;
        }

        if (NotToInvestigate(state, takenBy) is { } barred)
        {
            return barred;
        }

        if ((FreeText.Missing("title", c.Title) ?? FreeText.Missing("holder", c.Holder) ?? FreeText.Missing("place", c.Place) ?? NotAfter("takenOn", c.TakenOn, now.Today)) is { } problem)
        {
            return problem;
        }

        var attachment = FreeText.Given(c.Attachment)?.ToLowerInvariant();
        if (attachment is not null && (attachment.Length != 64 || attachment.Any(letter => !char.IsAsciiHexDigitLower(letter))))
        {
            return new InvalidInput("attachment", "附件应为64位十六进制的SHA-256", "An attachment is given by the 64 hexadecimal digits of its SHA-256");
        }

        var kept = now.Required<EvidenceFound>().Files;
        if (AttachmentReferences.Problem(c.Attachments, kept) is { } wrongAttachment)
        {
            return wrongAttachment;
        }

        return new EvidenceAdded(new Evidence(
            state.Evidence.Length + 1, c.Kind, c.Title.Trim(), c.TakenOn, takenBy, attachment,
            [new Custody(c.Holder.Trim(), c.Place.Trim(), InstantOf(c.TakenOn, now))],
            c.Attachments is { IsEmpty: false } named ? AttachmentReferences.Recorded(named, kept) : null,
            now.Actor.User));
    }

    private static Decision<CaseEvent> DecideMoveEvidence(CaseState state, MoveEvidence c, Circumstances now) =>
        state.Evidence.FirstOrDefault(one => one.Number == c.Evidence) is not { } evidence ? new NoSuchItem("evidence", c.Evidence)
        : (FreeText.Missing("holder", c.Holder) ?? FreeText.Missing("place", c.Place)
            ?? ActDay.Problem("on", now.Day, ShanghaiTime.DayOf(evidence.Custody[^1].Since), now.Today)) is { } problem ? problem
        : evidence.Custody[^1].Holder == c.Holder.Trim() && evidence.Custody[^1].Place == c.Place.Trim() ? Decision<CaseEvent>.AlreadySo
        : new EvidenceMoved(c.Evidence, new Custody(c.Holder.Trim(), c.Place.Trim(), now.At));
}

/// <summary>证据种类. The kinds of evidence (行政处罚法 第四十六条).</summary>
[JsonConverter(typeof(WireNameConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>A document.</summary>
    [Term("书证", "document")]
    Document,

    /// <summary>A thing.</summary>
    [Term("物证", "exhibit")]
    Exhibit,

    /// <summary>A recording.</summary>
    [Term("视听资料", "recording")]
    Recording,

    /// <summary>Electronic data.</summary>
    [Term("电子数据", "electronic data")]
    ElectronicData,

    /// <summary>A witness's testimony.</summary>
    [Term("证人证言", "witness's testimony")]
    Testimony,

    /// <summary>The party's statement.</summary>
    [Term("当事人的陈述", "party's statement")]
    PartyStatement,

    /// <summary>An expert opinion.</summary>
    [Term("鉴定意见", "expert opinion")]
    ExpertOpinion,

    /// <summary>A record of the scene.</summary>
    [Term("勘验笔录、现场笔录", "record of the scene")]
    SceneRecord,
}

/// <summary>证据. A piece of evidence.</summary>
/// <param name="Number">序号. Its number in the case, from 1.</param>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Title">名称. What it is.</param>
/// <param name="TakenOn">取得日期. The day it was taken (Asia/Shanghai).</param>
/// <param name="TakenBy">取证人员. The officers who took it, two at least.</param>
/// <param name="Attachment">附件哈希. SHA-256 of a file that is kept elsewhere, in hexadecimal, or null.</param>
/// <param name="Custody">保管链. Who held it since when, the first first.</param>
/// <param name="Attachments">附件. Its files; null where it has none.</param>
/// <param name="RecordedBy">登记人. User name of who recorded it; null where that was not yet kept with it.</param>
[GenerateSerializer, Immutable, Alias("evidence")]
public sealed record Evidence(
    int Number,
    EvidenceKind Kind,
    string Title,
    DateOnly TakenOn,
    ImmutableArray<string> TakenBy,
    string? Attachment,
    ImmutableArray<Custody> Custody,
    ImmutableArray<Attachment>? Attachments = null,
    string? RecordedBy = null);

/// <summary>保管. Who holds a piece of evidence since when.</summary>
/// <param name="Holder">保管人. A user name, or the name of a body such as a laboratory.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="Since">起始时刻. Since when (UTC).</param>
[GenerateSerializer, Immutable, Alias("custody")]
public sealed record Custody(string Holder, string Place, DateTimeOffset Since);

/// <summary>登记证据. Records a piece of evidence taken by two officers at least (行政处罚法 第四十二条、第四十六条).</summary>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Title">名称. What it is.</param>
/// <param name="TakenOn">取得日期. The day (Asia/Shanghai); not after today.</param>
/// <param name="TakenBy">取证人员. User names, two at least.</param>
/// <param name="Holder">保管人. Who keeps it.</param>
/// <param name="Place">保管地点. Where.</param>
/// <param name="Attachment">附件哈希. SHA-256 of a file that is kept elsewhere, in hexadecimal; a file that was brought is named in attachments.</param>
/// <param name="Attachments">附件. Files that were brought to /attachments before.</param>
[GenerateSerializer, Immutable, Alias("case.add-evidence"), AllowedTo(Investigators)]
[Refuses<CaseNotInStage, TooFewOfficers, OfficerCannotAct, AttachmentNotKept>]
[Refuses<ReviewerIsInvestigator, ChairIsInvestigator>]
public sealed record AddEvidence(
    EvidenceKind Kind,
    [Longest(200)] string Title,
    [IsDayOfAct] DateOnly TakenOn,
    [Most(OfficerNames.Most)] ImmutableArray<string> TakenBy,
    [Longest(100)] string Holder,
    [Longest(200)] string Place,
    string? Attachment = null,
    [Most(AttachmentReferences.Most)] ImmutableArray<AttachmentReference>? Attachments = null) : CaseCommand, INamesOfficers
{
    ImmutableArray<string>? INamesOfficers.Officers => TakenBy;

    bool INamesOfficers.MayHaveLeft => true;
}

/// <summary>移交证据保管. Hands a piece of evidence to another keeper; the chain of custody shows it.</summary>
/// <param name="Evidence">证据序号. Its number in the case.</param>
/// <param name="Holder">保管人. Who keeps it now.</param>
/// <param name="Place">保管地点. Where.</param>
[GenerateSerializer, Immutable, Alias("case.move-evidence"), AllowedTo(Investigators), Dated]
[Refuses<NoSuchItem>]
public sealed record MoveEvidence(int Evidence, [Longest(100)] string Holder, [Longest(200)] string Place) : CaseCommand;

/// <summary>证据情况. What the shell found out of the files of a piece of evidence.</summary>
/// <param name="Files">已存附件. The named files that are kept, by hash.</param>
public sealed record EvidenceFound(IReadOnlyDictionary<string, KeptContent> Files);

/// <summary>证据已登记. A piece of evidence.</summary>
/// <param name="Evidence">证据. With its first keeper.</param>
[Alias("case.evidence-added")]
public sealed record EvidenceAdded(Evidence Evidence) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"登记证据{Evidence.Number}", $"Evidence {Evidence.Number} was recorded");
}

/// <summary>证据保管已移交. A piece of evidence has another keeper.</summary>
/// <param name="Evidence">证据序号. Which.</param>
/// <param name="Custody">保管. The new keeper.</param>
[Alias("case.evidence-moved")]
public sealed record EvidenceMoved(int Evidence, Custody Custody) : CaseEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new($"证据{Evidence}移交保管", $"Evidence {Evidence} has another keeper");
}
