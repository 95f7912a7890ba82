using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace NewsTracker.Benchmarks.Load;

/// <summary>One request, again and again over open connections, by a client that does next to nothing.</summary>
/// <param name="server">Where to.</param>
/// <param name="address">Path and query.</param>
/// <param name="etag">Sent as If-None-Match; null asks for the whole page.</param>
sealed class RepeatedRequest(Uri server, string address, string? etag)
{
    const int Connections = 8;
    static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    readonly byte[] _request = Encoding.ASCII.GetBytes(
        $"GET {address} HTTP/1.1\r\nHost: {server.Authority}\r\nAccept-Encoding: gzip, deflate, br\r\n{(etag is null ? "" : $"If-None-Match: {etag}\r\n")}\r\n");

    /// <summary>Answers in a second.</summary>
    public async Task<double> RateAsync()
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => Count(clock))));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    int Count(Stopwatch clock)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(server.Host, server.Port);
        var buffer = new byte[256 * 1024];
        var count = 0;
        for (; clock.Elapsed < Span; count++)
        {
            socket.Send(_request);
            ReadAnswer(socket, buffer);
        }

        return count;
    }

    void ReadAnswer(Socket socket, byte[] buffer)
    {
        var (read, whole) = (0, int.MaxValue);
        while (read < whole)
        {
            var got = socket.Receive(buffer, read, buffer.Length - read, SocketFlags.None);
            if (got == 0) throw new IOException("the server closed the connection");
            read += got;
            var head = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
            if (whole == int.MaxValue && head >= 0) whole = head + 4 + BodyLength(Encoding.ASCII.GetString(buffer, 0, head));
        }
    }

    int BodyLength(string head)
    {
        var wanted = etag is null ? " 200 " : " 304 ";
        if (!head.AsSpan(0, 16).Contains(wanted, StringComparison.Ordinal)) throw new IOException($"not {wanted.Trim()}: {head}");
        if (etag is not null) return 0;
        const string name = "content-length:";
        var start = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (start < 0) throw new IOException($"a repeated page without a length: {head}");
        var line = head.AsSpan(start + name.Length);
        var end = line.IndexOf('\r');
        return int.Parse(end < 0 ? line : line[..end], System.Globalization.CultureInfo.InvariantCulture);
    }
}
