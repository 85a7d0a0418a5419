using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Clients;

/// <summary>
/// The GraphQL clients that people use, from npm: relay-compiler and Relay, Apollo Client with persisted queries, urql with its normalising cache,
/// graphql-codegen, graphql-sse. None may fail or warn.
/// </summary>
public sealed class ClientPackagesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../Clients"));

    [Fact]
    public async Task Clients_of_others_take_the_schema_and_are_served()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            const string Missing = "没有安装客户端软件包。The packages of tests/Clients are not installed: run npm ci there.";
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", Missing);
            Assert.Skip(Missing);
        }

        var (generated, said) = await RunAsync("generate.mjs", []);
        Assert.True(generated == 0, said);

        await using var api = await ApiServer.StartAsync(settings: $"--GraphQL:DocumentsFolder={Path.Combine(Folder, "persisted")}");
        var bureau = new Bureau(api);
        await bureau.ListAsync("registerSection", new { code = "QUALITY", name = "质量监督科" });
        var filed = await bureau.FiledAsync();
        await bureau.TakeAsync(Roles.SectionHead, "handOverCase", filed, new { toSection = "QUALITY" }, "移交1号");
        var licences = new Dictionary<string, string[]>();
        foreach (var client in new[] { "apollo", "urql", "relay", "sse" })
        {
            licences[client] = [await LicenceAsync(), await LicenceAsync(), await LicenceAsync(), await LicenceAsync()];
        }

        var (done, output) = await RunAsync("built/run.js", new()
        {
            ["NODE_ENV"] = "development",
            ["SHUANGDA_URL"] = api.Endpoint.ToString(),
            ["SHUANGDA_TOKEN"] = (await api.As(Roles.SectionHead)).Token!,
            ["SHUANGDA_SUBJECTS"] = JsonSerializer.Serialize(new { licences, @case = filed.Number, officer = "officer" }),
        });
        Assert.True(done == 0, output);
        Assert.Equal(["Apollo Client: ok", "urql with Graphcache: ok", "Relay: ok", "graphql-sse: ok"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        Task<string> LicenceAsync() => api.LicenceAsync(more: new { productClasses = new[] { "FOOD", "CLOTHING" } });
    }

    private static async Task<(int Code, string Said)> RunAsync(string script, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("node", [script]) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var node = Started(start);
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = node.StandardError.ReadToEndAsync();
        try
        {
            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (node.ExitCode, await output + await errors);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception absent) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"没有找到 Node.js。Node.js was not found: {absent.Message}");
            throw;
        }
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
