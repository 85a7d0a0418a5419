using System.Linq.Expressions;
using ShuangDa.Grains.Cases;

namespace ShuangDa.GraphQL.Cases;

/// <summary>A case with the area of its first party.</summary>
internal sealed record CaseFigureRow
{
    public required CaseRow Case { get; init; }

    public string? Area { get; init; }
}

/// <summary>What cases of one figure have in common.</summary>
internal sealed record CaseFigureKey
{
    public string? Key { get; init; }

    public string? SecondKey { get; init; }

    public string? FiledOn { get; init; }

    public string? EndedOn { get; init; }

    public bool WasLate { get; init; }
}

/// <summary>So many cases with one key.</summary>
internal sealed record CaseFigureFound
{
    public required CaseFigureKey Of { get; init; }

    public required int Count { get; init; }

    /// <summary>In 分.</summary>
    public required long Penalty { get; init; }
}

/// <summary>The keys by which figures of cases are told apart, as the database groups by them.</summary>
internal static class CaseFigureKeys
{
    /// <summary>The key of one respect, or of two.</summary>
    public static Expression<Func<CaseFigureRow, CaseFigureKey>> Of(CaseFigureBy by, CaseFigureBy? second) => Of(by, second, []);

    /// <summary>The same with what is needed to tell how long cases took; at most one key for each case that ended.</summary>
    public static Expression<Func<CaseFigureRow, CaseFigureKey>> WithEnd(CaseFigureBy by, CaseFigureBy? second) =>
        Of(by, second, [nameof(CaseRow.FiledOn), nameof(CaseRow.EndedOn), nameof(CaseRow.WasLate)]);

    private static Expression<Func<CaseFigureRow, CaseFigureKey>> Of(CaseFigureBy by, CaseFigureBy? second, string[] more)
    {
        var row = Expression.Parameter(typeof(CaseFigureRow), "row");
        var found = Expression.Property(row, nameof(CaseFigureRow.Case));
        List<MemberBinding> bindings = [Bind(nameof(CaseFigureKey.Key), Column(by))];
        if (second is { } other)
        {
            bindings.Add(Bind(nameof(CaseFigureKey.SecondKey), Column(other)));
        }

        bindings.AddRange(more.Select(name => Bind(name, Expression.Property(found, name))));
        var key = Expression.MemberInit(Expression.New(typeof(CaseFigureKey)), bindings);
        return Expression.Lambda<Func<CaseFigureRow, CaseFigureKey>>(key, row);

        Expression Column(CaseFigureBy respect) => respect switch
        {
            CaseFigureBy.Section => Expression.Property(found, nameof(CaseRow.Section)),
            CaseFigureBy.Responsible => Expression.Property(found, nameof(CaseRow.Responsible)),
            CaseFigureBy.Area => Expression.Property(row, nameof(CaseFigureRow.Area)),
            CaseFigureBy.ProductClass => Expression.Property(found, nameof(CaseRow.MainProductClass)),
            CaseFigureBy.Violation => Expression.Property(found, nameof(CaseRow.Violation)),
            _ => throw new ArgumentOutOfRangeException(nameof(respect), respect, null),
        };

        static MemberAssignment Bind(string name, Expression value) => Expression.Bind(typeof(CaseFigureKey).GetProperty(name)!, value);
    }
}
