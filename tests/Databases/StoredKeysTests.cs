using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases;

/// <summary>Orleans' ADO.NET storage takes a key that looks like a hexadecimal number for that number. Ours must not be.</summary>
public sealed class StoredKeysTests
{
    [Fact]
    public async Task SubjectsWhoseKeysAreOneHexadecimalNumberHaveEachTheirOwnState()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["ada", "0ada", "00ada"];
        await using (var server = await InProcessServer.StartAsync(folder.Path))
        {
            foreach (var name in names)
            {
                var outcome = await server.Grains.GetGrain<IAccountGrain>(name).Execute(
                    new CreateAccount(name, $"Person {name}", Roles.Auditor, null, null, null, MustChangePassword: false), Actor.System(SubjectKeys.CommandIdFor(name)));
                Assert.Equal(Change.Created, outcome.Change);
            }
        }

        // Read by another silo, so that it is the stored state and not the grain's memory.
        await using var again = await InProcessServer.StartAsync(folder.Path);
        foreach (var name in names)
        {
            Assert.Equal(name, (await again.Grains.GetGrain<IAccountGrain>(name).Read())!.State.UserName);
        }
    }
}
