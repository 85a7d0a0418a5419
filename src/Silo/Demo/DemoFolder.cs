using System.Net;
using System.Security.Cryptography;
using ShuangDa.Silo.Database;

namespace ShuangDa.Silo.Demo;

/// <summary>演示文件夹. <c>data/demo</c> under the content root: the demonstration's database, its imports and the one password of its accounts. Nothing of it touches the real data.</summary>
public sealed class DemoFolder
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private DemoFolder(string path, string password)
    {
        Path = path;
        Password = password;
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>The password of every account of the demonstration.</summary>
    public string Password { get; }

    /// <summary>Opens the folder, and makes a password at first start. It is kept readable, so that a later start can show it again: what it opens is invented.</summary>
    /// <param name="contentRoot">The content root.</param>
    /// <param name="reset">Whether to begin anew.</param>
    /// <exception cref="DatabaseUnusableException">The demonstration is running, or the folder cannot be written.</exception>
    public static DemoFolder Open(string contentRoot, bool reset)
    {
        var path = System.IO.Path.Combine(contentRoot, "data", "demo");
        if (reset && Directory.Exists(path))
        {
            // Not under the feet of a demonstration that runs.
            DataFolderLock.Take(DatabaseIn(path), TimeProvider.System).Dispose();
            Directory.Delete(path, recursive: true);
        }

        Directory.CreateDirectory(path);
        var file = System.IO.Path.Combine(path, "password.txt");
        if (!File.Exists(file))
        {
            using var text = new StreamWriter(new FileStream(file, OnlyOwner()));
            text.Write(RandomNumberGenerator.GetString(Letters, 16));
        }

        return new DemoFolder(path, File.ReadAllText(file).Trim());
    }

    /// <summary>What the demonstration adds to the command line: its own database, the password of the first administrator.</summary>
    /// <param name="arguments">The command line's settings.</param>
    /// <exception cref="SettingException">It would listen on more than the loopback.</exception>
    public string[] Arguments(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var configured = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables().AddCommandLine(arguments).Build()["urls"];
        foreach (var url in (configured ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IsLoopback(url))
            {
                throw new SettingException("urls", $"演示只能在本机访问，不能监听 {url}", $"The demonstration listens on the loopback only, not on {url}");
            }
        }

        return [.. arguments, "--Database:Provider=Sqlite", $"--ConnectionStrings:ShuangDa=Data Source={DatabaseIn(Path)}", $"--SHUANGDA_ADMIN_PASSWORD={Password}"];
    }

    private static FileStreamOptions OnlyOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static string DatabaseIn(string path) => System.IO.Path.Combine(path, "shuangda.db");

    private static bool IsLoopback(string url) => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && (parsed.Host == "localhost" || (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));
}
