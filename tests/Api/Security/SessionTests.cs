using System.Net;
using System.Security.Cryptography;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Security;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

public sealed class SessionTests : IAsyncLifetime
{
    private SecurityServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SecurityServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Sign_out_ends_this_session_and_no_other()
    {
        var one = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        var other = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        Assert.Equal(HttpStatusCode.NoContent, await SignOutAsync(one));
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(one));
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(other));
    }

    [Fact]
    public async Task Sign_out_everywhere_ends_every_session()
    {
        var one = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        var other = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        Assert.Equal(HttpStatusCode.NoContent, await SignOutAsync(one, "?everywhere=true"));
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(one));
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(other));
    }

    public static TheoryData<string> WhatEndsSessions => ["disable", "roles", "password", "own password"];

    [Theory]
    [MemberData(nameof(WhatEndsSessions))]
    public async Task Running_tokens_and_streams_end_with(string what)
    {
        await _server.AccountAsync("zhang.san");
        var token = await _server.TokenAsync("zhang.san", SecurityServer.Secret);
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(token));
        var session = await _server.Services.GetRequiredService<AccessTokens>().ReadAsync(token);
        using var watch = _server.Services.GetRequiredService<AccountStandings>().Watch(session!, _server.Clock);
        var ended = new TaskCompletionSource();
        await using var registration = watch.Ended.Register(ended.SetResult);
        Assert.False(watch.Ended.IsCancellationRequested);
        AccountCommand command = what switch
        {
            "disable" => new DisableAccount("离职"),
            "roles" => new ChangeAccountRoles(null, Roles.Legal, null, null),
            "password" => new SetPassword(new Password("another-good-secret"), false),
            _ => new ChangeOwnPassword(new Password(SecurityServer.Secret), new Password("another-good-secret")),
        };
        var actor = command is ChangeOwnPassword ? new Actor("zhang.san", Roles.Officer, null, null, Guid.NewGuid()) : new Actor("admin", Roles.Administrator, null, null, Guid.NewGuid());
        var outcome = await _server.Services.GetRequiredService<Orleans.IGrainFactory>().GetGrain<IAccountGrain>("zhang.san").Execute(command, actor);
        Assert.Equal(Change.Updated, outcome.Change);
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(token));
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_change_that_this_silo_did_not_make_is_noticed_within_five_seconds()
    {
        await _server.AccountAsync("zhang.san");
        var token = await _server.TokenAsync("zhang.san", SecurityServer.Secret);
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(token));
        var session = await _server.Services.GetRequiredService<AccessTokens>().ReadAsync(token);
        using var watch = _server.Services.GetRequiredService<AccountStandings>().Watch(session!, _server.Clock);
        var ended = new TaskCompletionSource();
        await using var registration = watch.Ended.Register(ended.SetResult);
        // As another silo's commit would leave the table.
        await _server.Database.WriteAsync(data => data.GetTable<AccountRow>().Where(row => row.UserName == "zhang.san").Set(row => row.SecurityStamp, 99).UpdateAsync());
        var began = TimeProvider.System.GetTimestamp();
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 6);
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(token));
    }

    [Fact]
    public async Task A_token_and_a_stream_end_when_their_time_is_over()
    {
        var token = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        var session = await _server.Services.GetRequiredService<AccessTokens>().ReadAsync(token);
        using var watch = _server.Services.GetRequiredService<AccountStandings>().Watch(session!, _server.Clock);
        _server.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(token));
        Assert.False(watch.Ended.IsCancellationRequested);
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(token));
        Assert.True(watch.Ended.IsCancellationRequested);
    }

    [Fact]
    public async Task Forged_tokens_are_nobodys()
    {
        var token = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
        var parts = token.Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]);
        var kid = new JsonWebToken(token).Kid;
        string[] forged =
        [
            "x", "a.b.c", "..", new string('a', 5_000), token + "x",
            $"{parts[0]}.{Base64UrlEncoder.Encode(claims.Replace("admin", "adm1n", StringComparison.Ordinal))}.{parts[2]}",
            $"{Base64UrlEncoder.Encode("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{parts[1]}.",
            $"{Base64UrlEncoder.Encode($"{{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"{kid}\"}}")}.{parts[1]}.",
            Signed(claims, new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = kid }),
            Signed(claims, new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)) { KeyId = "unknown" }),
            Signed(claims, new SymmetricSecurityKey(Encoding.UTF8.GetBytes("shuangda-shuangda-shuangda-32byte"))),
        ];
        foreach (var one in forged)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(one));
        }

        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(token));
    }

    [Fact]
    public async Task Who_has_to_change_the_password_can_do_nothing_else()
    {
        await _server.AccountAsync("second", Roles.Administrator, mustChange: true);
        var token = await _server.TokenAsync("second", SecurityServer.Secret);
        using var client = _server.Client(token);
        using var answer = await client.GetAsync("/probe/administrators");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("PASSWORD_CHANGE_REQUIRED", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var himself = new Actor("second", Roles.Administrator, null, null, Guid.NewGuid());
        await _server.Services.GetRequiredService<Orleans.IGrainFactory>().GetGrain<IAccountGrain>("second")
            .Execute(new ChangeOwnPassword(new Password(SecurityServer.Secret), new Password("another-good-secret")), himself);
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(await _server.TokenAsync("second", "another-good-secret"), "/probe/administrators"));
    }

    [Fact]
    public async Task A_role_that_may_not_is_told_so()
    {
        await _server.AccountAsync("zhang.san");
        Assert.Equal(HttpStatusCode.Forbidden, await _server.ProbeAsync(await _server.TokenAsync("zhang.san", SecurityServer.Secret), "/probe/administrators"));
    }

    [Fact]
    public async Task A_token_outlives_a_restart()
    {
        using var folder = new TemporaryFolder();
        string token;
        await using (var server = await SecurityServer.StartAsync(folder.File("x.db")))
        {
            token = await server.TokenAsync("admin", SecurityServer.AdminPassword);
        }

        await using var again = await SecurityServer.StartAsync(folder.File("x.db"));
        Assert.Equal(HttpStatusCode.OK, await again.ProbeAsync(token));
    }

    [Fact]
    public async Task Another_key_takes_over_after_thirty_days_and_the_old_one_stays_for_what_it_signed()
    {
        using var keys = Keys();
        var first = await keys.CurrentAsync();
        _server.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Same(first, await keys.CurrentAsync());
        _server.Clock.Advance(TimeSpan.FromDays(1));
        var second = await keys.CurrentAsync();
        Assert.NotEqual(first.KeyId, second.KeyId);
        Assert.NotNull(await keys.FindAsync(first.KeyId));
        _server.Clock.Advance(TimeSpan.FromDays(40));
        await keys.CurrentAsync();
        using var afresh = Keys();
        Assert.Null(await afresh.FindAsync(first.KeyId));
    }

    [Fact]
    public async Task What_one_silo_signs_another_accepts()
    {
        using var one = Keys();
        using var other = Keys();
        await other.CurrentAsync();
        _server.Clock.Advance(TimeSpan.FromDays(31));
        var made = await one.CurrentAsync();
        Assert.NotNull(await other.FindAsync(made.KeyId));
    }

    [Fact]
    public async Task A_key_in_the_table_is_not_readable_as_it_stands()
    {
        using var keys = Keys();
        var key = (SymmetricSecurityKey)await keys.CurrentAsync();
        await using var data = await _server.Database.ReadAsync();
        var bodies = await data.GetTable<SecurityKeyRow>().Select(row => row.Body).ToListAsync();
        Assert.All(bodies, body => Assert.DoesNotContain(Convert.ToBase64String(key.Key), body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_site_cannot_sign_its_visitor_in()
    {
        using var client = _server.Client();
        client.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var answer = await client.PostAsync("/auth/sign-in", new StringContent($$"""{"userName":"admin","password":"{{SecurityServer.AdminPassword}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private TokenKeys Keys() => new(
        _server.Database, _server.Services.GetRequiredService<IDataProtectionProvider>(), Options.Create(new SignInOptions()), _server.Clock, NullLogger<TokenKeys>.Instance);

    private static string Signed(string claims, SecurityKey key) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(claims, new SigningCredentials(key, SecurityAlgorithms.HmacSha256));

    private async Task<HttpStatusCode> SignOutAsync(string token, string query = "")
    {
        using var client = _server.Client(token);
        using var answer = await client.PostAsync($"/auth/sign-out{query}", null);
        return answer.StatusCode;
    }
}
