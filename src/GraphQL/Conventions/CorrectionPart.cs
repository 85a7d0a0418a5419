using GraphQL;
using GraphQL.DataLoader;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;

namespace ShuangDa.GraphQL.Conventions;

/// <summary>更正. What every correction shows: when, by whom and why; what was said before is its concept's.</summary>
/// <param name="on">The day.</param>
/// <param name="by">The user name of who corrected it.</param>
/// <param name="grounds">Why.</param>
public abstract class CorrectionPart(DateOnly on, string by, Grounds grounds)
{
    /// <summary>更正日. The day (Asia/Shanghai).</summary>
    public DateOnly CorrectedOn => on;

    /// <summary>更正理由. Why.</summary>
    public string Reason => grounds.Reason;

    /// <summary>更正依据. The statute and article.</summary>
    public string Basis => grounds.Basis;

    /// <summary>更正人. Who corrected it.</summary>
    /// <param name="field">Given by the engine.</param>
    /// <param name="database">Given by the engine.</param>
    public IDataLoaderResult<UserType?> CorrectedBy(IResolveFieldContext field, [FromServices] Database database) =>
        UserType.Load(field, database, by);
}
