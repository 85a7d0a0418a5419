using System.CommandLine;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ShuangDa.Grains.Journal;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Commands;

/// <summary>命令行. Runs what the command line asks for. Every verb ends with exit code 0 when all is well, and 1 when something was found or went wrong; what an administrator can act on is printed plainly, in both languages.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(RootCommand root, string[] arguments)
    {
        PrivateFiles.MaskProcess();
        Console.OutputEncoding = Encoding.UTF8;
        var parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        if (parsed.CommandResult.Command == root)
        {
            // The host waits for signals itself, and stops for as long as its grains and commits need.
            configuration.ProcessTerminationTimeout = null;
        }
        else if (parsed.CommandResult.Command.Name == "import")
        {
            // Ctrl+C cancels the import: the rows that have begun end, and what became of them is said.
            configuration.ProcessTerminationTimeout = TimeSpan.FromMinutes(1);
        }

        return await Plainly(() => parsed.InvokeAsync(configuration)).ConfigureAwait(false);
    }

    /// <summary>What a command does, with the settings that the server would have.</summary>
    public static TCommand Does<TCommand>(this TCommand command, Func<Call, CancellationToken, Task<int>> work) where TCommand : Command
    {
        // What is not ours goes on to the configuration: --urls, --Database:Provider and the like.
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => Plainly(() => work(Call.Of(parsed), cancellationToken)));
        return command;
    }

    private static async Task<int> Plainly(Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception known) when (known is SettingException or DatabaseUnusableException or BackupException or DigestUnreadableException)
        {
            await Console.Error.WriteLineAsync(known.Message).ConfigureAwait(false);
            return 1;
        }
        catch (Exception failure) when (PortInUse(failure) is { } problem)
        {
            await Console.Error.WriteLineAsync(problem.Message).ConfigureAwait(false);
            return 1;
        }
        catch (OptionsValidationException wrong)
        {
            await Console.Error.WriteLineAsync($"配置有误，请按下列说明改正：\nA setting will not do:\n{string.Join('\n', wrong.Failures)}").ConfigureAwait(false);
            return 1;
        }
        catch (InvalidOperationException unreadable) when (unreadable.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            // The framework's binder names the key and the type.
            await Console.Error.WriteLineAsync($"配置项的值无法读取：\nThe value of a setting cannot be read:\n{unreadable.Message}").ConfigureAwait(false);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已中止。\nEnded before it was done.").ConfigureAwait(false);
            return 1;
        }
    }

    /// <summary>The problem of a port that another process has, or null when an exception says something else.</summary>
    private static SettingException? PortInUse(Exception failure)
    {
        const string Beginning = "Failed to bind to address ";
        var causes = Causes(failure).ToList();
        if (!causes.Exists(cause => cause is AddressInUseException or System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AddressAlreadyInUse }))
        {
            return null;
        }

        var message = causes.Select(cause => cause.Message).FirstOrDefault(text => text.StartsWith(Beginning, StringComparison.Ordinal));
        if (message is null)
        {
            return new SettingException(
                "Orleans:SiloPort",
                "端口已被占用（11111 或所配置的端口），可能另有一个服务器在运行；请改用其他端口",
                "The port (11111 or the configured one) is in use, perhaps by another server; choose another");
        }

        var end = message.IndexOf(": address", StringComparison.Ordinal);
        var url = end < 0 ? message[Beginning.Length..] : message[Beginning.Length..end];
        return new SettingException("urls", $"{url} 已被其他程序占用；请先停止它，或用 --urls http://127.0.0.1:端口 另选地址", $"{url} is in use by another program; stop it, or choose another address with --urls http://127.0.0.1:PORT");
    }

    private static IEnumerable<Exception> Causes(Exception failure) => failure is AggregateException several
        ? several.InnerExceptions.SelectMany(Causes).Prepend(failure)
        : failure.InnerException is { } inner ? Causes(inner).Prepend(failure) : [failure];
}

/// <summary>调用. One call of a command: what the line said, and the settings that follow from it, files and environment.</summary>
/// <param name="Parsed">The line.</param>
/// <param name="Arguments">What the line says to the configuration.</param>
/// <param name="Settings">The configuration.</param>
/// <param name="ContentRoot">The folder that relative paths start from.</param>
/// <param name="IsDevelopment">Whether it is a developer's machine.</param>
internal sealed record Call(ParseResult Parsed, string[] Arguments, IConfiguration Settings, string ContentRoot, bool IsDevelopment)
{
    /// <summary>演示. The option of every verb that chooses the demonstration's own data.</summary>
    public static Option<bool> Demo { get; } = new("--demo")
    {
        Description = "使用演示数据（data/demo，仅本机访问）。The demonstration: its own data in data/demo, loopback only.",
        Recursive = true,
    };

    /// <summary>The demonstration's data, whatever else is configured.</summary>
    public const string DemoFile = "data/demo/shuangda.db";

    public bool IsDemo => Parsed.GetValue(Demo);

    public DatabaseOptions Database => DatabaseOptions.From(Settings, ContentRoot);

    public static Call Of(ParseResult parsed)
    {
        string[] arguments = [.. SettingsAmong(parsed.UnmatchedTokens)];
        if (parsed.GetValue(Demo))
        {
            NoOtherDatabase(arguments);
            arguments = [.. arguments, $"--{DatabaseOptions.ProviderKey}=Sqlite", $"--{DatabaseOptions.RuntimeKey}=Data Source={DemoFile}", $"--{DatabaseOptions.MigrationsKey}="];
        }

        var host = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = arguments });
        Operations.KnownSettings.Check(host.Configuration);
        return new Call(parsed, arguments, host.Configuration, host.Environment.ContentRootPath, host.Environment.IsDevelopment());
    }

    /// <summary>The demonstration has data of its own, whatever files and environment say for the server. A line that names other data as well contradicts itself.</summary>
    private static void NoOtherDatabase(string[] arguments)
    {
        var line = new ConfigurationBuilder().AddCommandLine(arguments).Build();
        if (Array.Find([DatabaseOptions.RuntimeKey, DatabaseOptions.MigrationsKey, DatabaseOptions.ProviderKey], key => line[key] is not null) is { } key)
        {
            throw new SettingException(
                key,
                $"--demo 只用自己的数据（{DemoFile}），不能与本配置项同用；要换地方，请用 --contentRoot=目录",
                $"--demo works on its own data ({DemoFile}) and does not go with this setting; --contentRoot=FOLDER puts it elsewhere");
        }
    }

    /// <summary>The settings among what the line has left over: <c>--key=value</c> or <c>--key value</c>. Anything else is a misspelled verb, which must not start a server.</summary>
    private static IEnumerable<string> SettingsAmong(IReadOnlyList<string> tokens)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            var token = tokens[index];
            if (!token.StartsWith("--", StringComparison.Ordinal))
            {
                throw new SettingException(token, "没有这个命令；--help 列出全部命令", "There is no such command; --help lists them");
            }

            yield return token;
            if (token.Contains('=', StringComparison.Ordinal))
            {
                continue;
            }

            yield return ++index < tokens.Count ? tokens[index] : throw new SettingException(token[2..], "缺少值", "Its value is missing");
        }
    }
}
