using System.Net;
using System.Net.Sockets;

namespace SwapEdge.Simulator;

/// <summary>A TCP connection, non-blocking.</summary>
public sealed class TcpConnection : IConnection
{
    private readonly Socket _socket;
    private bool _connecting;
    private bool _ended;
    private int _localId;

    internal TcpConnection(Socket connected)
        : this(connected, (IPEndPoint)connected.RemoteEndPoint!)
    {
    }

    private TcpConnection(Socket socket, IPEndPoint remote)
    {
        _socket = socket;
        _socket.Blocking = false;
        _socket.NoDelay = true;
        RemoteId = remote.Port;
    }

    /// <summary>0 before there is a port.</summary>
    public int LocalId
    {
        get
        {
            if (_localId == 0 && !_ended && _socket.LocalEndPoint is IPEndPoint local)
            {
                _localId = local.Port;
            }

            return _localId;
        }
    }

    public int RemoteId { get; }

    public long BytesWritten { get; private set; }

    public long BytesRead { get; private set; }

    /// <summary>Starts a connection. Whether it comes about shows when it is read or written.</summary>
    public static TcpConnection Connect(IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        TcpConnection connection = new(new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp), remote);
        try
        {
            connection._socket.Connect(remote);
        }
        catch (SocketException failure)
        {
            connection._connecting = failure.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress;
            connection._ended = !connection._connecting;
        }

        return connection;
    }

    public int Read(Span<byte> into)
    {
        if (!IsReady())
        {
            return _ended ? -1 : 0;
        }

        int count = _socket.Receive(into, SocketFlags.None, out SocketError error);
        if (error == SocketError.Success && count > 0)
        {
            BytesRead += count;
            return count;
        }

        return Missed(error);
    }

    public int Write(ReadOnlySpan<byte> from)
    {
        if (!IsReady())
        {
            return _ended ? -1 : 0;
        }

        int count = _socket.Send(from, SocketFlags.None, out SocketError error);
        if (error == SocketError.Success)
        {
            BytesWritten += count;
            return count;
        }

        return Missed(error);
    }

    public void Dispose()
    {
        _ended = true;
        _socket.Dispose();
    }

    private int Missed(SocketError error)
    {
        if (error is SocketError.WouldBlock or SocketError.IOPending or SocketError.NoBufferSpaceAvailable)
        {
            return 0;
        }

        _ended = true;
        return -1;
    }

    private bool IsReady()
    {
        if (_connecting && !_ended)
        {
            if (_socket.Poll(0, SelectMode.SelectError)
                || (_socket.Poll(0, SelectMode.SelectWrite) && PendingError() != 0))
            {
                _ended = true;
            }
            else if (_socket.Poll(0, SelectMode.SelectWrite))
            {
                _connecting = false;
            }
        }

        return !_connecting && !_ended;
    }

    private int PendingError() => (int)_socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
}
