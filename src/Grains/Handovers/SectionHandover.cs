using System.Collections.Immutable;
using LinqToDB.Mapping;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Handovers;

/// <summary>科室移交. A piece of work passed from the section that answered for it to another (R3.4.1). It stays in the work's own record, where both sections see it; deadlines run on, and what lapses is the section's that holds it then.</summary>
/// <param name="HandedOn">移交日. The day (Asia/Shanghai).</param>
/// <param name="From">移出科室. The code of the section that passed it on; null where none answered for it.</param>
/// <param name="To">接收科室. The code of the section that answers for it since.</param>
/// <param name="HandedBy">移交人. The user name of who decided it.</param>
[GenerateSerializer, Immutable, Alias("section-handover")]
public sealed record SectionHandover(DateOnly HandedOn, string? From, string To, string HandedBy)
{
    /// <summary>决定移交的角色. Who decides that work passes to another section or officer: not the officer alone.</summary>
    public const Roles Deciders = Roles.SectionHead | Roles.Leader | Roles.Legal;

    /// <summary>The hand-over that is asked for, or why not; neither where the section holds it already.</summary>
    /// <param name="section">The section that answers for the work, or null.</param>
    /// <param name="to">The code of the section that is to, as typed.</param>
    /// <param name="grounds">Why; the document must be named, so that both sections can look it up.</param>
    /// <param name="now">Who asks, and when.</param>
    public static (SectionHandover? Handover, Refusal? Refused) Of(string? section, string? to, Grounds grounds, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(grounds);
        ArgumentNullException.ThrowIfNull(now);
        if ((FreeText.Missing("toSection", to) ?? grounds.Problem() ?? FreeText.Missing("documentNumber", grounds.DocumentNumber)) is { } problem)
        {
            return (null, problem);
        }

        var receiving = to!.Trim();
        return receiving == section ? (null, null)
            : now.NotOpen<Section>("toSection", receiving) is { } unlisted ? (null, unlisted)
            : (new SectionHandover(now.Day, section, receiving, now.Actor.User), null);
    }

    /// <summary>One line for people.</summary>
    internal BilingualText Summary => new(
        $"由{(From is null ? "（未定科室）" : Named.Section(From))}移交{Named.Section(To)}",
        $"Handed over from {(From is null ? "no section" : Named.Section(From))} to {Named.Section(To)}");
}

/// <summary>科室移交行. A hand-over in the lists of both sections. Every concept whose work is handed over has its rows in this one table.</summary>
[Table("section_handover")]
public sealed record SectionHandoverRow : Row, INotifies
{
    /// <summary>次序. Which hand-over of the subject this is, from 1.</summary>
    [Column("place"), PrimaryKey(1), NotNull] public required int Place { get; init; }

    /// <summary>移交日. ISO text.</summary>
    [Column("handed_on", Length = 10), NotNull] public required string HandedOn { get; init; }

    /// <summary>移出科室. The code, or null.</summary>
    [Column("from_section", Length = 60), Nullable] public string? FromSection { get; init; }

    /// <summary>接收科室. The code.</summary>
    [Column("to_section", Length = 60), NotNull] public required string ToSection { get; init; }

    /// <summary>移交人. User name.</summary>
    [Column("handed_by", Length = 100), NotNull] public required string HandedBy { get; init; }

    /// <summary>Who heads the section that receives it is told: it is theirs to assign.</summary>
    IEnumerable<Notice> INotifies.Notices => [new Notice(NotificationKind.Assigned, Addressee.Holding(Roles.SectionHead, ToSection))];

    /// <summary>The rows of a subject's hand-overs.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="handovers">What its state says.</param>
    internal static IEnumerable<SectionHandoverRow> Of(string subject, ImmutableArray<SectionHandover> handovers) => handovers.Select((one, index) => new SectionHandoverRow
    {
        Subject = subject,
        Place = index + 1,
        HandedOn = IsoDate.Of(one.HandedOn),
        FromSection = one.From,
        ToSection = one.To,
        HandedBy = one.HandedBy,
    });
}
