using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ShuangDa.Benchmarks;

/// <summary>One caller on one kept-alive connection. It knows just enough HTTP/1.1 to send a prepared request and read its answer, so that the measured processor time is the server's and not a client library's.</summary>
internal sealed class HttpCaller : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public HttpCaller(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    /// <summary>How many requests were refused because the server had too many at work.</summary>
    public int Refused { get; private set; }

    public static byte[] Request(string token, string query, object variables) =>
        Request(token, JsonSerializer.Serialize(new { query, variables }));

    public static byte[] Get(string path) => Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");

    private static byte[] Request(string token, string body) => Encoding.UTF8.GetBytes(
        $"POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public async Task<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        _length = 0;
        int headEnd;
        while ((headEnd = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await FillAsync();
        }

        var head = Encoding.ASCII.GetString(_buffer, 0, headEnd);
        var isRefused = head.StartsWith("HTTP/1.1 503", StringComparison.Ordinal)
            || head.StartsWith("HTTP/1.1 429", StringComparison.Ordinal);
        if (!isRefused && !head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, _length));
        }

        var start = headEnd + 4;
        var at = head.IndexOf("Content-Length: ", StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var end = head.IndexOf('\r', at);
            var size = int.Parse(head.AsSpan(at + 16, (end < 0 ? head.Length : end) - at - 16), CultureInfo.InvariantCulture);
            while (_length < start + size)
            {
                await FillAsync();
            }
        }
        else
        {
            while (!_buffer.AsSpan(start, _length - start).EndsWith("0\r\n\r\n"u8))
            {
                await FillAsync();
            }
        }

        if (isRefused)
        {
            Refused++;
            return 0;
        }

        return _buffer.AsSpan(start, _length - start).IndexOf("\"errors\":[{"u8) < 0
            ? _length - start
            : throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, start, _length - start));
    }

    public string LastBody() => Encoding.UTF8.GetString(_buffer, 0, _length);

    public void Dispose() => _socket.Dispose();

    private async Task FillAsync()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await _socket.ReceiveAsync(_buffer.AsMemory(_length));
        if (read == 0)
        {
            throw new InvalidOperationException("The server closed the connection.");
        }

        _length += read;
    }
}
