using System.Linq.Expressions;
using LinqToDB;
using LinqToDB.Data;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Rectifications;
using ShuangDa.GraphQL.Conventions;
using ShuangDa.GraphQL.Conventions.Columns;

namespace ShuangDa.GraphQL.Handovers;

/// <summary>待指派. Open work that nobody holds who works in the section that answers for it: it was handed over and is assigned to nobody
/// there yet, or whoever held it has left the section or the bureau (R3.4.1).</summary>
internal static class Unassigned
{
    /// <summary>What the field and its condition say.</summary>
    public const string Meaning = "待指派. Whether it goes on and nobody holds it who works in the section that answers for it.";

    /// <summary>Those pieces of work.</summary>
    /// <param name="data">Where the tables are.</param>
    public static IQueryable<OpenWorkRow> In(DataConnection data)
    {
        var held = from work in data.GetTable<OpenWorkRow>()
                   join account in data.GetTable<AccountRow>() on work.UserName equals account.UserName
                   where !account.Disabled
                   select new { work.Subject, account.Section };
        return data.GetTable<OpenWorkRow>().Where(work =>
            work.Place == 0 && work.Section != null && !held.Any(one => one.Subject == work.Subject && one.Section == work.Section));
    }
}

/// <summary>待指派条件. That work is unassigned, or is not.</summary>
/// <typeparam name="TRow">The concept's main row.</typeparam>
internal abstract class UnassignedCondition<TRow>() : ConceptCondition<TRow>("isUnassigned", Unassigned.Meaning, typeof(BooleanFilter))
    where TRow : WorkRow
{
    /// <inheritdoc/>
    public override Expression<Func<TRow, bool>>? Condition(object asked, DataConnection data)
    {
        // There are few of them, and most lists begin with those.
        var unassigned = Unassigned.In(data).Select(work => work.Subject);
        var wanted = (BooleanFilter)asked;
        return (wanted.Eq, wanted.Neq) switch
        {
            (null, null) => null,
            ({ } equal, { } other) when equal == other => row => false,
            (true, _) or (_, false) => row => unassigned.Contains(row.Subject),
            _ => row => !unassigned.Contains(row.Subject),
        };
    }
}

/// <summary>待指派的案件.</summary>
internal sealed class UnassignedCases : UnassignedCondition<CaseRow>;

/// <summary>待指派的整改.</summary>
internal sealed class UnassignedRectifications : UnassignedCondition<RectificationRow>;

/// <summary>待指派的移送.</summary>
internal sealed class UnassignedCrimeTransfers : UnassignedCondition<CrimeTransferRow>;

/// <summary>待指派的检查.</summary>
internal sealed class UnassignedInspections : UnassignedCondition<InspectionRow>;
