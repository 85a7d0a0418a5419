using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ShuangDa.Tests.Faults.Commits;

/// <summary>Where a connection is cut.</summary>
internal enum Cut
{
    /// <summary>When COMMIT has come and has not gone on: the server never hears of it.</summary>
    BeforeTheServerHasIt,

    /// <summary>When COMMIT has gone on, whatever the server makes of it by then.</summary>
    WhileTheServerIsAtIt,

    /// <summary>When the server has answered and the answer has not gone back.</summary>
    BeforeTheAnswerGoesBack,
}

/// <summary>A wire between a program and PostgreSQL that understands enough of what goes over it to be cut at a COMMIT, and can be out of order for a while.</summary>
internal sealed class CommitProxy : IAsyncDisposable
{
    private readonly int _serverPort;
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private readonly Task _accepting;
    private TcpListener _listener;
    private Cut? _cut;
    private bool _thenAway;

    public CommitProxy(int serverPort)
    {
        _serverPort = serverPort;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    public int Port { get; }

    /// <summary>How many times a COMMIT was cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Cuts the connection that brings the next COMMIT.</summary>
    /// <param name="cut">Where.</param>
    /// <param name="thenAway">Whether the database is away from then on.</param>
    public void CutNextCommit(Cut cut, bool thenAway = false)
    {
        lock (_gate)
        {
            (_cut, _thenAway) = (cut, thenAway);
        }
    }

    /// <summary>The database can be reached again.</summary>
    public void ComeBack()
    {
        lock (_gate)
        {
            _listener = new TcpListener(IPAddress.Loopback, Port);
            _listener.Start();
        }

        _ = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        GoAway();
        await _accepting;
        _end.Dispose();
    }

    private void GoAway()
    {
        lock (_gate)
        {
            _listener.Dispose();
            foreach (var client in _open)
            {
                client.Dispose();
            }

            _open.Clear();
        }
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(_end.Token);
                _ = CarryAsync(client);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // It was told to stop listening; between two clients it says so by an operation that is not valid.
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            lock (_gate)
            {
                _open.Add(client);
            }

            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _end.Token);
                var wire = new Wire(client, server);
                var (there, back) = (ThereAsync(wire), BackAsync(wire));
                await Task.WhenAny(there, back);
                client.Close();
                server.Close();
                await Task.WhenAll(there, back);
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // One end has gone; the other goes too.
            }

            lock (_gate)
            {
                _open.Remove(client);
            }
        }
    }

    private async Task ThereAsync(Wire wire)
    {
        // The first message has no type: https://www.postgresql.org/docs/15/protocol-message-formats.html
        var message = await ReadAsync(wire.Client.GetStream(), typed: false);
        while (message is not null)
        {
            if (IsCommit(message) && TakeCut() is var (cut, thenAway))
            {
                if (cut != Cut.BeforeTheServerHasIt)
                {
                    wire.Holding = cut == Cut.BeforeTheAnswerGoesBack;
                    await wire.Server.GetStream().WriteAsync(message, _end.Token);
                    if (wire.Holding)
                    {
                        await wire.Answered.Task.WaitAsync(_end.Token);
                    }
                }

                if (thenAway)
                {
                    GoAway();
                }

                return;
            }

            await wire.Server.GetStream().WriteAsync(message, _end.Token);
            message = await ReadAsync(wire.Client.GetStream(), typed: true);
        }
    }

    private async Task BackAsync(Wire wire)
    {
        while (await ReadAsync(wire.Server.GetStream(), typed: true) is { } message)
        {
            if (wire.Holding)
            {
                // ReadyForQuery: the COMMIT is over.
                if (message[0] == (byte)'Z')
                {
                    wire.Answered.TrySetResult();
                    return;
                }

                continue;
            }

            await wire.Client.GetStream().WriteAsync(message, _end.Token);
        }
    }

    private (Cut Cut, bool ThenAway)? TakeCut()
    {
        lock (_gate)
        {
            if (_cut is not { } cut)
            {
                return null;
            }

            _cut = null;
            Cuts++;
            return (cut, _thenAway);
        }
    }

    private static bool IsCommit(byte[] message) => message[0] == (byte)'Q' && Encoding.ASCII.GetString(message, 5, message.Length - 5).StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase);

    /// <summary>One message as it is on the wire, or null when the connection has ended.</summary>
    private async Task<byte[]?> ReadAsync(NetworkStream stream, bool typed)
    {
        var before = typed ? 1 : 0;
        var head = new byte[before + 4];
        if (await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, _end.Token) < head.Length)
        {
            return null;
        }

        var message = new byte[before + BinaryPrimitives.ReadInt32BigEndian(head.AsSpan(before))];
        head.CopyTo(message, 0);
        await stream.ReadExactlyAsync(message.AsMemory(head.Length), _end.Token);
        return message;
    }

    private sealed class Wire(TcpClient client, TcpClient server)
    {
        private volatile bool _holding;

        public TcpClient Client => client;

        public TcpClient Server => server;

        /// <summary>Whether answers are kept back.</summary>
        public bool Holding
        {
            get => _holding;
            set => _holding = value;
        }

        public TaskCompletionSource Answered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
