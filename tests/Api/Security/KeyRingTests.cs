using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShuangDa.GraphQL.Security;
using ShuangDa.Silo;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>The key ring lies beside the database: who reads the database or its backup can sign for nobody.</summary>
public sealed class KeyRingTests : IDisposable
{
    // Whoever is signed in is told that there is no such import.
    private const HttpStatusCode SignedIn = HttpStatusCode.NotFound;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_database_alone_signs_for_nobody()
    {
        string token;
        await using (var server = await InProcessServer.StartAsync(_folder.Path))
        {
            token = await TokenAsync(server);
            await using var data = await server.Database.ReadAsync();
            Assert.Equal([SecurityKeyRow.ForTokens], await data.GetTable<SecurityKeyRow>().Select(row => row.Purpose).ToListAsync());
        }

        // The same database with another ring: the key that signed is there, and nobody can read it.
        Directory.Move(_folder.File("keys"), _folder.File("keys-elsewhere"));
        await using (var server = await InProcessServer.StartAsync(_folder.Path))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(server, token));
            Assert.Equal(SignedIn, await StatusAsync(server, await TokenAsync(server)));
        }

        Directory.Delete(_folder.File("keys"), recursive: true);
        Directory.Move(_folder.File("keys-elsewhere"), _folder.File("keys"));
        await using var again = await InProcessServer.StartAsync(_folder.Path);
        Assert.Equal(SignedIn, await StatusAsync(again, token));
    }

    [Fact]
    public async Task A_ring_that_is_still_in_the_database_is_moved_out_and_nobody_is_signed_out()
    {
        string token, key;
        await using (var server = await InProcessServer.StartAsync(_folder.Path, null, "--Keys:Store=Database"))
        {
            token = await TokenAsync(server);
            await using var data = await server.Database.ReadAsync();
            key = await data.GetTable<SecurityKeyRow>().Where(row => row.Purpose == SecurityKeyRow.ForDataProtection).Select(row => row.Body).SingleAsync();
            Assert.False(Directory.Exists(_folder.File("keys")));
        }

        var secret = key[(key.IndexOf("<value>", StringComparison.Ordinal) + 7)..key.IndexOf("</value>", StringComparison.Ordinal)];
        Assert.True(IsInDatabase(secret), "The test does not find what it looks for.");
        for (var start = 1; start <= 2; start++)
        {
            await using var server = await InProcessServer.StartAsync(_folder.Path);
            Assert.Equal(SignedIn, await StatusAsync(server, token));
            await using var data = await server.Database.ReadAsync();
            Assert.False(await data.GetTable<SecurityKeyRow>().AnyAsync(row => row.Purpose == SecurityKeyRow.ForDataProtection));
            // Nor in pages that are no longer used.
            Assert.False(IsInDatabase(secret));
            var file = Assert.Single(Directory.GetFiles(_folder.File("keys")));
            Assert.Contains(secret, await File.ReadAllTextAsync(file), StringComparison.Ordinal);
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(file));
                Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(_folder.File("keys")));
            }
        }
    }

    [Fact]
    public async Task A_certificate_encrypts_the_ring_and_without_one_the_log_warns()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=ring", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        await File.WriteAllBytesAsync(_folder.File("ring.pfx"), certificate.Export(X509ContentType.Pfx, "open-sesame"));
        string[] settings = [$"--Keys:Certificate={_folder.File("ring.pfx")}", "--Keys:CertificatePassword=open-sesame", $"--Keys:Folder={_folder.File("elsewhere/ring")}"];
        string token;
        var warnings = new Warnings();
        await using (var server = await InProcessServer.StartAsync(_folder.Path, null, builder => builder.Services.AddSingleton<ILoggerProvider>(warnings), settings))
        {
            token = await TokenAsync(server);
        }

        Assert.DoesNotContain(warnings.Texts, IsOfKeysInTheClear);
        var file = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(_folder.File("elsewhere/ring"))));
        Assert.Contains("<EncryptedData", file, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", file, StringComparison.Ordinal);
        await using (var server = await InProcessServer.StartAsync(_folder.Path, null, settings))
        {
            Assert.Equal(SignedIn, await StatusAsync(server, token));
        }

        var wrong = await Assert.ThrowsAsync<SettingException>(() => InProcessServer.StartAsync(_folder.Path, null, [.. settings, "--Keys:CertificatePassword=wrong"]));
        Assert.Equal("Keys:Certificate", wrong.Key);

        using var bare = new TemporaryFolder();
        await using var clear = await InProcessServer.StartAsync(bare.Path, null, builder => builder.Services.AddSingleton<ILoggerProvider>(warnings));
        await TokenAsync(clear);
        Assert.Contains(warnings.Texts, IsOfKeysInTheClear);
    }

    private static bool IsOfKeysInTheClear(string text) => text.Contains("unencrypted form", StringComparison.Ordinal);

    private bool IsInDatabase(string text) => Directory.GetFiles(_folder.Path, "shuangda.db*").Any(path =>
    {
        // Read beside the server that has it open.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });

    private static async Task<string> TokenAsync(InProcessServer server)
    {
        using var http = await server.SignInAsync();
        return http.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    private static async Task<HttpStatusCode> StatusAsync(InProcessServer server, string token)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var answer = await http.GetAsync("/imports/0190b5a4-0000-7000-8000-000000000001");
        return answer.StatusCode;
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Texts { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                Texts.Enqueue(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
