using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions.Mutations;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>用户命令的入口.</summary>
public sealed class UserDoor() : CommandDoor<IAccountGrain, Account, AccountCommand, UserType>(
    Account.Concept.Name, "userName", "用户名. Whose.", "user", "用户", subject => new(subject))
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = AccountName.Normalise(given);
        return AccountName.ProblemWith(key);
    }
}
