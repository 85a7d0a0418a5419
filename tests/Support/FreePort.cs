using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ShuangDa.Tests.Support;

/// <summary>
/// Ports that nobody else takes between the choice and the use, which for a process that is being started is seconds: they lie below those that the
/// system hands out to whoever asks for any, and test programs that run side by side keep out of each other's way by locked files.
/// </summary>
public static class FreePort
{
    // Linux hands out from 32768 on, Windows and macOS from 49152; the program's own usual ports are spared.
    private const int First = 15_000, Count = 14_000;

    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "shuangda-test-ports");
    private static readonly List<FileStream> Held = [];
    private static int _next = Environment.ProcessId * 61 % Count;

    /// <summary>A port of the loopback address that is this program's until it ends.</summary>
    public static int Next()
    {
        lock (Held)
        {
            Directory.CreateDirectory(Folder);
            for (var tried = 0; tried < Count; tried++)
            {
                var port = First + (_next++ % Count);
                if (Hold(port) is { } held)
                {
                    Held.Add(held);
                    return port;
                }
            }
        }

        throw new InvalidOperationException("No port is free.");
    }

    /// <summary>A loopback URL on such a port.</summary>
    public static string Url() => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Next()}");

    private static FileStream? Hold(int port)
    {
        FileStream? held = null;
        try
        {
            held = new FileStream(Path.Combine(Folder, port.ToString(CultureInfo.InvariantCulture)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return held;
        }
        catch (Exception taken) when (taken is IOException or SocketException)
        {
            held?.Dispose();
            return null;
        }
    }
}
