using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.SelfChecks;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>有可用管理员. Somebody can look after the accounts.</summary>
/// <param name="database">The database.</param>
internal sealed class AnAdministratorCanSignIn(Database database) : ISelfCheckRule
{
    public string Name => "an-administrator-can-sign-in";

    public BilingualText Title => new("至少有一名可用的系统管理员", "At least one administrator can sign in");

    public BilingualText Found => new("没有可用的系统管理员账户", "No administrator can sign in");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int administrator = (int)Roles.Administrator;
        await using var data = await database.ReadAsync(cancellationToken).ConfigureAwait(false);
        // A database that no server has started on has no accounts yet.
        if (await data.GetTable<AccountRow>().CountAsync(cancellationToken).ConfigureAwait(false) > 0
            && await data.GetTable<AccountRow>().CountAsync(row => (row.Roles & administrator) != 0 && !row.Disabled, cancellationToken).ConfigureAwait(false) == 0)
        {
            yield return new Finding(
                SubjectKeys.Of(Account.Name, "admin"),
                new BilingualText("没有可用的系统管理员账户", "No administrator's account can be signed in with"),
                new BilingualText("设置环境变量 SHUANGDA_ADMIN_PASSWORD 后重新启动，admin 即恢复为管理员", "Set SHUANGDA_ADMIN_PASSWORD and start again: admin becomes administrator with that password"));
        }
    }
}

/// <summary>口令凭据齐备. Every account that names a credential has it, or nobody could sign in with it.</summary>
/// <param name="database">The database.</param>
internal sealed class CredentialsAreThere(Database database) : ISelfCheckRule
{
    public string Name => "credentials-are-there";

    public BilingualText Title => new("账户的口令凭据齐备", "Accounts have the credential they name");

    public BilingualText Found => new("有账户缺少口令凭据，无法登录", "Accounts lack the credential they name and cannot sign in");

    public async IAsyncEnumerable<Finding> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var read = await ConsistentRead.BeginAsync(database, cancellationToken).ConfigureAwait(false);
        await foreach (var (_, _, stored) in StatesAndTables.WalkAsync(read.Data, [Account.Concept], cancellationToken).ConfigureAwait(false))
        {
            var named = stored.Where(pair => pair.Value.State is Account { Credential: not null }).ToDictionary(pair => ((Account)pair.Value.State!).Credential!, pair => pair.Key);
            var ids = named.Keys.ToArray();
            var there = await read.Data.GetTable<CredentialRow>().Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (_, subject) in named.ExceptBy(there, pair => pair.Key))
            {
                yield return new Finding(
                    subject,
                    new BilingualText("账户的口令凭据不存在，无法登录", "The account's credential is not there: nobody can sign in with it"),
                    new BilingualText("由系统管理员重置该账户的口令", "An administrator sets a new password for it"));
            }
        }
    }
}
