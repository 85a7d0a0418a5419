using LinqToDB.Mapping;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Authorisations;

/// <summary>授权行. An authorisation in lists.</summary>
[Table("authorisation")]
public sealed record AuthorisationRow : Row
{
    private const char Between = ',';

    /// <summary>授权编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort] public required string Number { get; init; }

    /// <summary>被授权人. User name of the deputy.</summary>
    [Column("deputy", Length = 100), NotNull, Field, Filter, Sort] public required string Deputy { get; init; }

    /// <summary>授权事项. The wire names of the kinds of step, with commas between.</summary>
    [Column("steps", Length = 200), NotNull] public required string Steps { get; init; }

    /// <summary>起始日期. The first day.</summary>
    [
        Column("valid_from", Length = 10),
        NotNull,
        Day,
        Field("from"),
        Filter("from"),
        Sort("from")
    ]
    public required string From { get; init; }

    /// <summary>截止日期. The last day.</summary>
    [
        Column("valid_until", Length = 10),
        NotNull,
        Day,
        Field("until"),
        Filter("until"),
        Sort("until")
    ]
    public required string Until { get; init; }

    /// <summary>授权人. User name of the head.</summary>
    [Column("granted_by", Length = 100), NotNull, Field, Filter] public required string GrantedBy { get; init; }

    /// <summary>撤销日期. The day from which it holds no more; null while it stands.</summary>
    [Column("revoked_on", Length = 10), Nullable, Day, Field] public string? RevokedOn { get; init; }

    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>Whether it holds on a day: from its first to its last, and no more from the day on which it is revoked.</summary>
    /// <param name="day">The day (Asia/Shanghai).</param>
    public bool IsInForceOn(DateOnly day) => IsoDate.Parse(From) <= day && day <= IsoDate.Parse(Until)
        && (RevokedOn is null || IsoDate.Parse(RevokedOn) > day);

    /// <summary>The kinds of step that it names.</summary>
    public IEnumerable<ApprovalStep> Named() =>
        Steps.Split(Between).Select(name => WireName.Find<ApprovalStep>(name)).OfType<ApprovalStep>();

    /// <summary>The rows that show a state.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="state">The state.</param>
    /// <param name="version">Its version.</param>
    internal static IReadOnlyList<Row> Of(string subject, AuthorisationState state, int version) =>
    [
        new AuthorisationRow
        {
            Subject = subject,
            Number = state.Number,
            Deputy = state.Deputy,
            Steps = string.Join(Between, state.Steps.Select(WireName.Of)),
            From = IsoDate.Of(state.From),
            Until = IsoDate.Of(state.Until),
            GrantedBy = state.GrantedBy,
            RevokedOn = state.RevokedOn is { } day ? IsoDate.Of(day) : null,
            Version = version,
        },
    ];
}
