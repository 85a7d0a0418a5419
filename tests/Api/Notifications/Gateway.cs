using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ShuangDa.Tests.Api.Notifications;

/// <summary>What was posted to the gateway.</summary>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">Its body as it came.</param>
internal sealed record Posted(IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The body.</summary>
    public JsonElement Told { get; } = JsonElement.Parse(Body);
}

/// <summary>A gateway of short messages as a bureau may have one: what it answers is what the test says, down to the last byte.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    public const string Ok = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly Func<int, Posted, Task<string>> _answer;
    private readonly Task _listening;
    private readonly ConcurrentQueue<Posted> _posted = new();
    private int _count;

    /// <summary>Opens one.</summary>
    /// <param name="answer">What it answers, by how many were posted before and what is posted; empty to hang up.</param>
    public Gateway(Func<int, Posted, Task<string>> answer)
    {
        _answer = answer;
        _listener.Start();
        _listening = ListenAsync();
    }

    public Gateway(Func<int, string> answer) : this((before, _) => Task.FromResult(answer(before))) { }

    public string Setting => $"--Notifications:HookUrl=http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/notify";

    /// <summary>Everything that was posted, in order.</summary>
    public IReadOnlyList<Posted> All => [.. _posted];

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _listening;
        _ending.Dispose();
    }

    public static string Status(int status) => $"HTTP/1.1 {status} So\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private async Task ListenAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_ending.Token));
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var posted = await ReadAsync(stream);
            _posted.Enqueue(posted);
            var answer = await _answer(Interlocked.Increment(ref _count) - 1, posted);
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
    }

    private static async Task<Posted> ReadAsync(NetworkStream stream)
    {
        var (text, buffer) = (new List<byte>(), new byte[4096]);
        while (true)
        {
            var (head, length) = HeadOf(text);
            if (head is not null && text.Count >= length)
            {
                return new Posted(head, Encoding.UTF8.GetString([.. text[^int.Parse(head["Content-Length"], null)..]]));
            }

            text.AddRange(buffer[..await stream.ReadAsync(buffer)]);
        }
    }

    private static (Dictionary<string, string>? Head, int Length) HeadOf(List<byte> text)
    {
        var all = Encoding.Latin1.GetString([.. text]);
        if (all.IndexOf("\r\n\r\n", StringComparison.Ordinal) is not (>= 0 and var end))
        {
            return (null, 0);
        }

        var head = all[..end].Split("\r\n").Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1], StringComparer.OrdinalIgnoreCase);
        return (head, end + 4 + int.Parse(head["Content-Length"], null));
    }
}
