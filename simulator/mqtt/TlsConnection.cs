using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace SwapEdge.Simulator;

/// <summary>
/// A TLS connection that is read and written without waiting: handshake, reads and writes go on beside it, one of each
/// at a time.
/// </summary>
public sealed class TlsConnection : IConnection
{
    private const int BufferBytes = 16 * 1024;

    private readonly Socket _socket;
    private readonly byte[] _in = new byte[BufferBytes];
    private readonly byte[] _out = new byte[BufferBytes];
    private readonly Task<SslStream> _handshake;
    private Task<int>? _reading;
    private Task? _writing;
    private int _inStart;
    private int _inEnd;
    private bool _ended;

    private TlsConnection(IPEndPoint remote, SslClientAuthenticationOptions options)
    {
        _socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        RemoteId = remote.Port;
        _handshake = Shake(_socket, remote, options);
    }

    /// <summary>0 before there is a port.</summary>
    public int LocalId => !_ended && _socket.LocalEndPoint is IPEndPoint local ? local.Port : 0;

    public int RemoteId { get; }

    /// <summary>Before encryption.</summary>
    public long BytesWritten { get; private set; }

    /// <summary>After decryption.</summary>
    public long BytesRead { get; private set; }

    public string? Failure { get; private set; }

    /// <summary>Starts a connection. Whether it comes about shows when it is read or written.</summary>
    /// <param name="remote">Where the peer listens.</param>
    /// <param name="options">Whom to trust, which name the peer's certificate must bear, and our own one.</param>
    public static TlsConnection Connect(IPEndPoint remote, SslClientAuthenticationOptions options)
    {
        ArgumentNullException.ThrowIfNull(remote);
        ArgumentNullException.ThrowIfNull(options);
        return new TlsConnection(remote, options);
    }

    public int Read(Span<byte> into)
    {
        if (!IsReady())
        {
            return _ended ? -1 : 0;
        }

        if (_inStart == _inEnd && !FillIn())
        {
            return _ended ? -1 : 0;
        }

        int count = Math.Min(into.Length, _inEnd - _inStart);
        _in.AsSpan(_inStart, count).CopyTo(into);
        _inStart += count;
        BytesRead += count;
        return count;
    }

    public int Write(ReadOnlySpan<byte> from)
    {
        if (!IsReady() || !HasWritten())
        {
            return _ended ? -1 : 0;
        }

        int count = Math.Min(from.Length, _out.Length);
        from[..count].CopyTo(_out);
        _writing = _handshake.Result.WriteAsync(_out, 0, count);
        BytesWritten += count;
        return count;
    }

    public void Dispose()
    {
        _ended = true;
        _socket.Dispose();
    }

    private static async Task<SslStream> Shake(
        Socket socket, IPEndPoint remote, SslClientAuthenticationOptions options)
    {
        await socket.ConnectAsync(remote).ConfigureAwait(false);
        SslStream stream = new(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(options).ConfigureAwait(false);
        return stream;
    }

    private bool IsReady()
    {
        if (!_ended && _handshake.IsFaulted)
        {
            End(_handshake.Exception);
        }

        return !_ended && _handshake.IsCompletedSuccessfully;
    }

    private bool FillIn()
    {
        _reading ??= _handshake.Result.ReadAsync(_in, 0, _in.Length);
        if (!_reading.IsCompleted)
        {
            return false;
        }

        if (!_reading.IsCompletedSuccessfully || _reading.Result == 0)
        {
            End(_reading.Exception);
            return false;
        }

        _inStart = 0;
        _inEnd = _reading.Result;
        _reading = null;
        return true;
    }

    private bool HasWritten()
    {
        if (_writing is { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            End(_writing.Exception);
        }

        return !_ended && _writing is not { IsCompleted: false };
    }

    private void End(AggregateException? exception)
    {
        _ended = true;
        Failure = exception?.GetBaseException().Message;
    }
}
