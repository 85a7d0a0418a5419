using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Accounts;

/// <summary>用户命令的入口.</summary>
public sealed class UserDoor() : SubjectDoor<IAccountGrain, Account, AccountCommand, AccountRow, UserType>(
    Account.Concept, "userName", "用户名. Whose.", "user", "用户")
{
    /// <inheritdoc/>
    protected override Refusal? Parse(string given, out string key)
    {
        key = AccountName.Normalise(given);
        return AccountName.ProblemWith(key);
    }
}
