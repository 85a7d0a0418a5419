using System.Buffers.Binary;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.Accounts;

/// <summary>
/// A password is hashed with so many rounds that guessing at a stolen hash costs, and a hash of before catches up when its owner signs
/// in.
/// </summary>
public sealed class CredentialsTests : IAsyncLifetime
{
    private static readonly Password Right = new("three-green-lamps");
    private static readonly string Id = Credentials.NextId();

    private TestDatabase _file = null!;
    private OpenedDatabase _opened = null!;

    public async ValueTask InitializeAsync()
    {
        _file = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        _opened = await _file.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _opened.DisposeAsync();
        await _file.DisposeAsync();
    }

    [Fact]
    public async Task Where_nothing_is_configured_a_password_has_six_hundred_thousand_rounds()
    {
        using var credentials = new Credentials(_opened.Database, Options.Create(new CredentialOptions()));

        await credentials.StoreAsync(Id, "account/li.si", Right);

        Assert.Equal(600_000, RoundsOf(await HashAsync()));
    }

    [Fact]
    public async Task A_hash_of_fewer_rounds_is_replaced_by_the_right_password_alone()
    {
        using var before = With(1_000);
        using var now = With(2_000);
        await before.StoreAsync(Id, "account/li.si", Right);
        var old = await HashAsync();

        Assert.False(await now.MatchesAsync(Id, new Password("three-green-lamp")));
        Assert.Equal(old, await HashAsync());

        Assert.True(await now.MatchesAsync(Id, Right));
        var better = await HashAsync();
        Assert.Equal((1_000, 2_000), (RoundsOf(old), RoundsOf(better)));

        Assert.True(await now.MatchesAsync(Id, Right));
        Assert.Equal(better, await HashAsync());
    }

    [Fact]
    public async Task A_hash_of_more_rounds_stays()
    {
        using var more = With(2_000);
        using var fewer = With(1_000);
        await more.StoreAsync(Id, "account/li.si", Right);
        var hash = await HashAsync();

        Assert.True(await fewer.MatchesAsync(Id, Right));

        Assert.Equal(hash, await HashAsync());
    }

    private Credentials With(int rounds) => new(_opened.Database, Options.Create(new CredentialOptions { PasswordRounds = rounds }));

    private async Task<string> HashAsync()
    {
        await using var data = await _opened.Database.ReadAsync();
        return await data.GetTable<CredentialRow>().Where(row => row.Id == Id).Select(row => row.Hash).SingleAsync();
    }

    // The framework's third form: one byte for the form, four for the function, four for the rounds.
    private static int RoundsOf(string hash) => (int)BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));
}
