using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace ShuangDa.Tests.Api.Audit;

// Clients that are not ours, from npm: the audits of graphql-http and the client of graphql-sse, run against any server by its URL.
public static class NodeScripts
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Audit");
    private static readonly Task<string?> Installed = Install();

    public sealed record Audited(string Id, string Name, string Status, string? Reason)
    {
        public override string ToString() => $"{Id} {Name}: {Status} {Reason}";
    }

    // Every audit with its outcome. Skips the test where Node.js or npm's packages are missing, except in CI.
    public static async Task<IReadOnlyList<Audited>> Audit(Uri url, string? authorization = null)
    {
        await Ready();
        using var script = Start(authorization, "audit.mjs", url.ToString());
        var output = script.StandardOutput.ReadToEndAsync();
        var errors = script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, await errors);
        return [.. (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Audited>(line, JsonSerializerOptions.Web)!)];
    }

    // Subscribes with graphql-sse and yields what it prints: "open", a line of JSON for each result, "complete" when the server ends the stream.
    public static async IAsyncEnumerable<string> Subscribe(Uri url, int count, string query, string? authorization = null)
    {
        await Ready();
        using var script = Start(authorization, "subscribe.mjs", url.ToString(), $"{count}", query);
        var errors = script.StandardError.ReadToEndAsync();
        try
        {
            while (await script.StandardOutput.ReadLineAsync() is { } line)
                yield return line;
            await script.WaitForExitAsync();
            Assert.True(script.ExitCode == 0, await errors);
        }
        finally
        {
            if (!script.HasExited)
                script.Kill();
        }
    }

    private static async Task Ready()
    {
        if (await Installed is not { } missing)
            return;
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(missing);
        Assert.Skip(missing);
    }

    private static async Task<string?> Install()
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error"])
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            await output;
            return npm.ExitCode == 0 ? null : $"npm could not install what the audits need: {await errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js and npm are not installed; the audits of graphql-http and the client of graphql-sse need them.";
        }
    }

    private static Process Start(string? authorization, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        if (authorization is not null)
            start.Environment["AUTHORIZATION"] = authorization;
        return Process.Start(start)!;
    }
}
