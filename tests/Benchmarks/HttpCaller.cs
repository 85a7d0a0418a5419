using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShuangDa.Benchmarks;

/// <summary>One caller on one kept-alive connection. It knows just enough HTTP/1.1 to send a prepared request and read its answer, so that the measured processor time is the server's and not a client library's.</summary>
internal sealed class HttpCaller : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    public HttpCaller(int port) => _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));

    public static byte[] Request(string token, string body) => Encoding.UTF8.GetBytes(
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
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
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
