using System.Net.Http.Headers;
using System.Net.Http.Json;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Faults.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Faults.Operations;

/// <summary>What a server writes down, also with everything logged, holds no password, no token and nobody's name.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task AFolderThatCannotBeWrittenIsSaidAtTheStartAndTheServerServes()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("taken"), "no folder", TestContext.Current.CancellationToken);
        using var server = await ShuangDaProcess.ServeAsync(folder.Path, FreePort.Url(), $"--Logs:Folder={folder.File("taken/logs")}");

        Assert.Contains("taken/logs cannot be written; the log goes to the console alone", server.Said, StringComparison.Ordinal);
        Assert.Contains("日志只输出到控制台", server.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPasswordTokenOrPersonalNameIsLogged()
    {
        const string Wrong = "wrong-guess-8812", Fresh = "fresh-steward-5530", Person = "欧阳示例";
        using var folder = new TemporaryFolder();
        var url = FreePort.Url();
        string token;
        using (var server = await ShuangDaProcess.ServeAsync(folder.Path, url, "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:Microsoft.AspNetCore=Trace", "--Logging:LogLevel:Orleans=Information"))
        {
            using var client = await BureauClient.SignInAsync(url, "admin", ShuangDaProcess.AdminPassword);
            token = client.Token;
            using (var refused = await client.Http.PostAsJsonAsync("/auth/sign-in", new { userName = "admin", password = Wrong }, TestContext.Current.CancellationToken))
            {
                Assert.False(refused.IsSuccessStatusCode);
            }

            var user = await client.DoAsync("createUser", new { userName = "example", displayName = Person, roles = new[] { "OFFICER" }, section = "INSPECTION", password = Fresh }, "user { userName }");
            Assert.True(user.IsDone, user.ToString());
            using (await BureauClient.SignInAsync(url, "example", Fresh))
            {
            }

            // A faulty document, a name in a query, a forged token, a register with a person in each row, a file that is none.
            await client.SendAsync("{ nothing(of: \"" + Person + "\") }");
            await client.SendAsync("query($text: String!) { search(text: $text) { __typename } }", new { text = Person });
            using (var forger = BureauClient.With(url, token[..^4] + "AAAA"))
            {
                await forger.SendAsync("{ me { userName } }");
            }

            var register = RegisterSheet.Enterprises(GeneratedDistrict.Make(3, new DateOnly(2026, 6, 1), 20, 10)).With(0, "法人代表", Person).With(1, cells => cells[4] = cells[1] = Person);
            foreach (var file in new[] { register.ToCsv(), register.ToXlsx(), [0x50, 0x4b, 0x03, 0x04, 0x00] })
            {
                using var content = new ByteArrayContent(file);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                using var answer = await client.Http.PostAsync("/imports/enterprises", content, TestContext.Current.CancellationToken);
                var place = answer.Headers.Location?.ToString();
                if (place is not null)
                {
                    await Eventually.Until("the import has ended", async () => await client.Http.GetStringAsync(place, TestContext.Current.CancellationToken) is var told
                        && (told.Contains("COMPLETED", StringComparison.Ordinal) || told.Contains("FAILED", StringComparison.Ordinal)));
                }
            }

            Assert.Equal(0, await server.TerminateAsync());
            Assert.All(new[] { ShuangDaProcess.AdminPassword, Wrong, Fresh, token, Person }, text => Assert.DoesNotContain(text, server.Said, StringComparison.OrdinalIgnoreCase));
        }

        LogSearch.ExpectNone(folder.File("logs"), ShuangDaProcess.AdminPassword, Wrong, Fresh, token, Person, "某某人");
    }
}
