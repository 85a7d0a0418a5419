using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Imports;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Composition;
using ShuangDa.Silo.Database;
using ShuangDa.Silo.Imports;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace ShuangDa.Silo.Commands;

/// <summary>导入登记簿. Brings a file to the server that runs; where none runs and none is named, imports it in this process, without endpoints.</summary>
internal static class ImportCommand
{
    private const string PasswordKey = "SHUANGDA_PASSWORD";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    public static Command Create()
    {
        var register = new Argument<string>("register") { Description = "enterprises（企业）或 licences（许可证）" };
        register.AcceptOnlyFromAmong("enterprises", "licences");
        var file = new Argument<FileInfo>("file") { Description = "CSV或XLSX文件。A CSV or XLSX file." };
        var server = new Option<string?>("--server") { Description = "服务器地址；不给时，用本机运行中的服务器，没有则在本进程导入。The server's URL; without it the one that runs here, or else this process." };
        var user = new Option<string>("--user") { Description = $"用户名，默认 admin；口令取自环境变量 {PasswordKey} 或询问。The user name; the password comes from {PasswordKey} or is asked for.", DefaultValueFactory = _ => "admin" };
        return new Command("import", "导入公开登记簿。Import a public register.") { register, file, server, user }
            .Does((call, cancellationToken) => RunAsync(
                call,
                call.Parsed.GetValue(register) == "enterprises" ? RegisterKind.Enterprises : RegisterKind.Licences,
                call.Parsed.GetValue(file)!,
                call.Parsed.GetValue(server) is { } url ? AddressOf(url) : null,
                call.Parsed.GetValue(user)!,
                cancellationToken));
    }

    private static Uri AddressOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
        ? address
        : throw new SettingException("--server", $"“{url}”不是服务器地址，应如 http://127.0.0.1:5080", $"'{url}' is no server's address such as http://127.0.0.1:5080");

    private static async Task<int> RunAsync(Call call, RegisterKind register, FileInfo file, Uri? server, string user, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            throw new SettingException("file", $"没有文件 {file.FullName}", $"There is no file {file.FullName}");
        }

        return server is null && IsFree(call.Database)
            ? await ImportHereAsync(call, register, file, user, cancellationToken)
            : await ImportThereAsync(server ?? AddressOf(call.Settings["urls"]?.Split(';')[0] ?? Server.DefaultUrl), register, file, user, cancellationToken);
    }

    /// <summary>Whether no server works on the database. What a server database is used by cannot be told from here: there the server has to be asked.</summary>
    private static bool IsFree(DatabaseOptions database)
    {
        if (database.File is not { } path)
        {
            return false;
        }

        if (!File.Exists(path))
        {
            return true;
        }

        try
        {
            DataFolderLock.Take(path, TimeProvider.System).Dispose();
            return true;
        }
        catch (DatabaseUnusableException)
        {
            // The answer to the question. If it is in use by something else than a server, asking the server fails and says so.
            return false;
        }
    }

    private static async Task<int> ImportHereAsync(Call call, RegisterKind register, FileInfo file, string user, CancellationToken cancellationToken)
    {
        string[] settings =
            ["--Logging:LogLevel:Default=Warning", .. call.Arguments, "--urls=http://127.0.0.1:0", $"--Orleans:SiloPort={FreePort()}"];
        await using var server = await Server.BuildAsync(new ServerStart(settings, call.IsDemo, builder => builder.Services.AddSingleton<IServer, NoEndpoints>()), cancellationToken);
        await server.Application.StartAsync(cancellationToken);
        try
        {
            var services = server.Application.Services;
            var desk = services.GetRequiredService<ImportDesk>();
            var actor = await ActorOf(server.Database.Database, user, cancellationToken);
            await using var content = file.OpenRead();
            var (id, refusal) = await desk.AcceptAsync(register, content, file.Name, actor, cancellationToken);
            if (refusal is not null)
            {
                throw new SettingException(file.Name, refusal.Message.Chinese, refusal.Message.English);
            }

            var grain = services.GetRequiredService<IGrainFactory>().GetGrain<IImportGrain>(id.ToString("D"));
            var end = desk.EndOf(id);
            var told = await FollowAsync(
                file,
                async () => ToldImport.Of(id, (await grain.Progress())!.State),
                async () => await grain.Execute(new CancelImport(), actor with { CommandId = Guid.CreateVersion7() }),
                end,
                cancellationToken);
            // Its file is removed after it is recorded as ended.
            await end;
            return Told(told, services.GetRequiredService<ImportFolder>().RejectedOf(id));
        }
        catch (ActorNotAllowedException)
        {
            throw new SettingException("--user", $"{user} 没有权限导入", $"{user} may not import");
        }
        finally
        {
            await server.Application.StopAsync(CancellationToken.None);
        }
    }

    /// <summary>Whoever works on the database's file itself may name any account; the journal shows that one.</summary>
    private static async Task<Actor> ActorOf(Grains.Journal.Database database, string user, CancellationToken cancellationToken)
    {
        var name = AccountName.Normalise(user);
        await using var data = await database.ReadAsync(cancellationToken);
        return await data.GetTable<AccountRow>().FirstOrDefaultAsync(row => row.UserName == name && !row.Disabled, cancellationToken) is { } account
            ? new Actor(account.UserName, (Roles)account.Roles, account.Section, account.Agency, Guid.CreateVersion7())
            : throw new SettingException("--user", $"没有可用的账户 {user}", $"There is no active account {user}");
    }

    private static async Task<int> ImportThereAsync(Uri server, RegisterKind register, FileInfo file, string user, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = server, Timeout = Timeout.InfiniteTimeSpan };
        try
        {
            await SignInAsync(http, user, cancellationToken);
            await using var content = file.OpenRead();
            // Ctrl+C breaks off the sending. Once all is sent the answer is waited for: it names the import, which is then to be cancelled.
            using var body = new StreamContent(new BoundedStream(content, new ReadBudget(long.MaxValue, static () => throw new UnreachableException(), cancellationToken)));
            body.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = file.Name };
            var path = register is RegisterKind.Enterprises ? "enterprises" : "licences";
            using var accepted = await http.PostAsync(new Uri($"/imports/{path}?commandId={Guid.CreateVersion7():D}", UriKind.Relative), body, CancellationToken.None);
            await CheckAsync(accepted, "file", CancellationToken.None);
            var import = (await accepted.Content.ReadFromJsonAsync(ImportEndpointJson.Default.AcceptedImport, CancellationToken.None))!;
            var told = await FollowAsync(
                file, async () => (await http.GetFromJsonAsync(import.Url, ImportEndpointJson.Default.ToldImport, CancellationToken.None))!, () => CancelThereAsync(http, import.Id), end: null, cancellationToken);
            // Where the command is given, not beside the file: registers often lie in a folder that is not ours to write in.
            var rejected = Path.GetFullPath(Path.ChangeExtension(file.Name, ".rejected.csv"));
            if (told.RejectedRowsUrl is { } url)
            {
                await using var kept = PrivateFiles.Create(rejected, FileMode.Create);
                await (await http.GetStreamAsync(new Uri(url, UriKind.Relative), CancellationToken.None)).CopyToAsync(kept, CancellationToken.None);
            }

            return Told(told, rejected);
        }
        catch (HttpRequestException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (HttpRequestException unreachable)
        {
            throw new SettingException("--server", $"无法访问服务器 {server}：{unreachable.Message}", $"The server {server} cannot be reached: {unreachable.Message}");
        }
    }

    private static async Task CancelThereAsync(HttpClient http, Guid id)
    {
        using var answer = await http.PostAsJsonAsync(
            "/graphql", new Dictionary<string, string> { ["query"] = $"mutation {{ cancelImport(input: {{ importId: \"{id:D}\" }}) {{ errors {{ ... on Error {{ code }} }} }} }}" }, CancellationToken.None);
        await CheckAsync(answer, "cancelImport", CancellationToken.None);
    }

    private static async Task SignInAsync(HttpClient http, string user, CancellationToken cancellationToken)
    {
        var password = Environment.GetEnvironmentVariable(PasswordKey);
        if (password is null && Console.IsInputRedirected)
        {
            throw new SettingException(PasswordKey, "没有人可以询问口令，请在此环境变量中给出", "There is nobody to ask for the password; give it in this environment variable");
        }

        password ??= await new TextPrompt<string>(Markup.Escape($"{user} 的口令 / password:")).Secret().ShowAsync(AnsiConsole.Console, cancellationToken);
        using var signedIn = await http.PostAsJsonAsync("/auth/sign-in", new Dictionary<string, string> { ["userName"] = user, ["password"] = password }, cancellationToken);
        await CheckAsync(signedIn, "--user", cancellationToken);
        using var answer = await JsonDocument.ParseAsync(await signedIn.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", answer.RootElement.GetProperty("accessToken").GetString());
    }

    /// <summary>Ends with what the server says where it says no; its texts are Chinese unless English is asked for, so both are.</summary>
    private static async Task CheckAsync(HttpResponseMessage answer, string about, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new SettingException(about, TitleIn(text) ?? answer.StatusCode.ToString(), string.Create(CultureInfo.InvariantCulture, $"The server answered {(int)answer.StatusCode} {answer.StatusCode}"));
        }
    }

    private static string? TitleIn(string problem)
    {
        try
        {
            using var json = JsonDocument.Parse(problem);
            return json.RootElement.TryGetProperty("title", out var title) ? title.GetString() : null;
        }
        catch (JsonException)
        {
            // Something between here and the server answered; the status has to do.
            return null;
        }
    }

    /// <summary>Looks how far it is until it is over. Ctrl+C cancels the import, and the end of that is waited for too.</summary>
    private static Task<ToldImport> FollowAsync(FileInfo file, Func<Task<ToldImport>> look, Func<Task> cancel, Task? end, CancellationToken cancellationToken) => ProgressBars.ShowAsync($"导入 Importing {file.Name}", async tell =>
    {
        var expected = ExpectedRows(file);
        var isCancelled = false;
        while (true)
        {
            var told = await look();
            if (told.Status is "COMPLETED" or "FAILED" or "PARKED" or "CANCELLED")
            {
                return told;
            }

            if (cancellationToken.IsCancellationRequested && !isCancelled)
            {
                isCancelled = true;
                await cancel();
                continue;
            }

            if (end is { IsCompleted: true })
            {
                throw new SettingException("import", "导入未能完成，原因见日志；下次启动时继续", "The import could not be completed, see the log; the next start goes on with it");
            }

            // Short of the end, which only the server can tell.
            tell(Math.Min(told.RowsRead, expected * 0.99), expected);
            var pause = Task.Delay(LookEvery, TimeProvider.System, isCancelled ? CancellationToken.None : cancellationToken);
            await Task.WhenAny(end is null ? [pause] : [pause, end]);
        }
    });

    /// <summary>How many rows there may be: a row is a line, or in a workbook about sixty packed bytes. For the bar only.</summary>
    private static double ExpectedRows(FileInfo file)
    {
        if (file.Extension.Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            return Math.Max(1, file.Length / 60.0);
        }

        using var content = file.OpenRead();
        var buffer = new byte[64 * 1024];
        var lines = 0L;
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        return Math.Max(1, lines);
    }

    private static int Told(ToldImport import, string rejected)
    {
        Console.WriteLine($"读入 {import.RowsRead} 行：新建 {import.Created}，更新 {import.Updated}，未变 {import.Unchanged}，拒绝 {import.Rejected}");
        Console.WriteLine($"{import.RowsRead} rows read: {import.Created} created, {import.Updated} updated, {import.Unchanged} unchanged, {import.Rejected} rejected");
        foreach (var remark in import.Remarks)
        {
            Console.WriteLine(remark);
        }

        if (import.Rejected > 0)
        {
            Console.WriteLine($"被拒的行及原因 / rejected rows with reasons: {rejected}");
        }

        switch (import.Status)
        {
            case "COMPLETED":
                return 0;
            case "CANCELLED":
                Console.Error.WriteLine("导入已取消，此前的行已导入\nThe import is cancelled; rows before that were imported");
                return 1;
            default:
                Console.Error.WriteLine($"导入失败：{import.Failure}\nThe import failed: {import.FailureInEnglish}");
                return 1;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Stands where the web server would: nobody but this command talks to this process.</summary>
    private sealed class NoEndpoints : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
