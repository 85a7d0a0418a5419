using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using ShuangDa.Grains.Accounts;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>A provider of the test's own stands in for the bureau's.</summary>
public sealed class OutsideProviderTests : IAsyncLifetime
{
    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication _provider = null!;
    private SecurityServer _server = null!;
    private string _issuer = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _provider = builder.Build();
        _provider.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object> { ["issuer"] = _issuer, ["jwks_uri"] = $"{_issuer}/keys" }));
        _provider.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(false)) { KeyId = "outside" });
            return Results.Json(new { keys = new[] { new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, use = "sig" } } });
        });
        await _provider.StartAsync();
        _issuer = _provider.Urls.First();
        _server = await SecurityServer.StartAsync(
            at: DateTimeOffset.UtcNow.AddMinutes(-10),
            settings: [$"--Authentication:Authority={_issuer}", "--Authentication:Audience=shuangda-api", "--Authentication:RequireHttpsMetadata=false"]);
        await _server.AccountAsync("zhang.san");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _provider.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task A_token_of_the_provider_stands_for_the_account_it_names()
    {
        using var client = _server.Client(Token("Zhang.San"));
        Assert.Equal("zhang.san", await client.GetStringAsync("/probe"));
    }

    [Fact]
    public async Task Our_own_tokens_are_accepted_beside_it() =>
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(await _server.TokenAsync("zhang.san", SecurityServer.Secret)));

    [Fact]
    public async Task A_name_without_an_account_is_nobody() => Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(Token("li.si")));

    [Fact]
    public async Task A_token_for_somebody_else_is_nobodys() => Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(Token("zhang.san", audience: "other")));

    [Fact]
    public async Task A_token_that_another_key_signed_is_nobodys()
    {
        using var other = RSA.Create(2048);
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(Token("zhang.san", rsa: other)));
    }

    [Fact]
    public async Task A_disabled_account_is_not_let_in_by_the_provider_either()
    {
        var token = Token("zhang.san");
        await _server.ExecuteAsync("zhang.san", new DisableAccount("离职"));
        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(token));
    }

    [Fact]
    public async Task Signing_out_ends_the_provider_s_tokens_that_were_made_before()
    {
        var token = Token("zhang.san", issuedAt: _server.Clock.GetUtcNow().AddMinutes(5));
        _server.Clock.Advance(TimeSpan.FromMinutes(8));
        using (var client = _server.Client(token))
        {
            using var out_ = await client.PostAsync("/auth/sign-out", null);
            Assert.Equal(HttpStatusCode.NoContent, out_.StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await _server.ProbeAsync(token));
        Assert.Equal(HttpStatusCode.OK, await _server.ProbeAsync(Token("zhang.san", issuedAt: _server.Clock.GetUtcNow().AddMinutes(1))));
    }

    private string Token(string userName, string audience = "shuangda-api", RSA? rsa = null, DateTimeOffset? issuedAt = null) =>
        new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _issuer,
            Audience = audience,
            IssuedAt = (issuedAt ?? DateTimeOffset.UtcNow).UtcDateTime,
            NotBefore = DateTime.UtcNow.AddMinutes(-30),
            Expires = DateTime.UtcNow.AddMinutes(30),
            Claims = new Dictionary<string, object> { ["preferred_username"] = userName },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(rsa ?? _rsa) { KeyId = "outside" }, SecurityAlgorithms.RsaSha256),
        });
}
