using System.Collections.Immutable;
using LinqToDB.Mapping;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Notifications;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Handovers;

/// <summary>在办事项行. One person who holds a piece of open work: an inspection that is planned, an order, a case or a transfer that goes on. Every such concept has its rows in this one table; what is done has none.</summary>
[Table("open_work")]
public sealed record OpenWorkRow : Row, INotifies
{
    /// <summary>人员. The user name of who holds it.</summary>
    [Column("user_name", Length = 100), PrimaryKey(1), NotNull, Filter] public required string UserName { get; init; }

    /// <summary>次序. Who answers for it is 0.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }

    /// <summary>编号. The work's number.</summary>
    [Column("number", Length = 30), NotNull] public required string Number { get; init; }

    /// <summary>文号. The number that people say, with the word of its kind, as it is shown; null where it has none.</summary>
    [Column("official_number", Length = 30), Nullable] public string? OfficialNumber { get; init; }

    /// <summary>责任科室. The section that answers for it, or null.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>状态. The wire name of the stage or status it stands at.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>名称. What a case or transfer is called; null for work that is named by its enterprise or den.</summary>
    [Column("title", Length = 200), Nullable] public string? Title { get; init; }

    /// <summary>企业. The credit code of the enterprise it concerns, or null.</summary>
    [Column("enterprise", Length = 18), Nullable] public string? Enterprise { get; init; }

    /// <summary>窝点. The number of the den it concerns, or null.</summary>
    [Column("den", Length = 20), Nullable] public string? Den { get; init; }

    /// <summary>最近期限. When the first of what is owed in it is due, or was, in UTC milliseconds; <see cref="NoTerm"/> where nothing is, so
    /// that it comes last.</summary>
    [Column("due_at"), NotNull] public required long DueAt { get; init; }

    /// <summary>所依期限. The stored name of what is owed first; null where nothing is.</summary>
    [Column("due_kind", Length = 60), Nullable] public string? DueKind { get; init; }

    /// <summary>无期限. Stands where nothing is owed by a day.</summary>
    public const long NoTerm = OwedTerm.NoTerm;

    /// <summary>待指派. Stands for who holds it where its section has yet to name somebody.</summary>
    public const string Nobody = "";

    /// <summary>Whoever holds it from now on is told; where nobody does yet, the hand-over tells the head of the section.</summary>
    IEnumerable<Notice> INotifies.Notices => UserName is Nobody ? [] : Notice.ToEach(NotificationKind.Assigned, [UserName]);

    /// <summary>The rows of one piece of open work.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="serial">The number that people say, or null.</param>
    /// <param name="status">The wire name of where it stands.</param>
    /// <param name="section">The section that answers for it, or null.</param>
    /// <param name="holders">Who holds it, who answers for it first; none once it is done.</param>
    /// <param name="owed">What is owed in it, and by when.</param>
    /// <param name="title">What it is called, or null.</param>
    /// <param name="enterprise">The credit code of the enterprise it concerns, or null.</param>
    /// <param name="den">The number of the den it concerns, or null.</param>
    internal static IEnumerable<OpenWorkRow> Of(
        string subject,
        string number,
        OfficialNumber? serial,
        string status,
        string? section,
        ImmutableArray<string> holders,
        IEnumerable<OwedTerm> owed,
        string? title = null,
        string? enterprise = null,
        string? den = null)
    {
        var first = OwedTerm.First(owed);
        return holders.Select((name, place) => new OpenWorkRow
        {
            Subject = subject,
            UserName = name,
            Place = place,
            Number = number,
            OfficialNumber = serial?.Text,
            Section = section,
            Status = status,
            Title = title,
            Enterprise = enterprise,
            Den = den,
            DueAt = OwedTerm.ColumnOf(first),
            DueKind = first?.Kind,
        });
    }
}

/// <summary>在办事项计数行. Open work by section; that of place 0 is each piece once.</summary>
[Table("open_work_count")]
public sealed record OpenWorkCountRow : CountsOf<OpenWorkRow>
{
    /// <summary>责任科室.</summary>
    [Column("section", Length = 60), Nullable] public string? Section { get; init; }

    /// <summary>次序.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}
