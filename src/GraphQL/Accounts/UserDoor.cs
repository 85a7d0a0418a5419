using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>用户命令的入口.</summary>
public sealed class UserDoor : CommandDoor<IAccountGrain, Account, AccountCommand, UserType>
{
    /// <inheritdoc/>
    public override string Key => "userName";

    /// <inheritdoc/>
    public override string KeyDescription => "用户名. Whose.";

    /// <inheritdoc/>
    public override (string Field, string Term) Subject => ("user", "用户");

    /// <inheritdoc/>
    protected override string Concept => Account.Concept.Name;

    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = AccountName.Normalise(given);
        return AccountName.ProblemWith(key);
    }

    /// <inheritdoc/>
    protected override UserType Show(Snapshot<Account> subject) => new(subject);
}
