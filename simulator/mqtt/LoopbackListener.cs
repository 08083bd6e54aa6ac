using System.Net;
using System.Net.Sockets;

namespace SwapEdge.Simulator;

/// <summary>Accepts connections from this machine only.</summary>
public sealed class LoopbackListener : IListener
{
    private readonly Socket _socket;

    /// <summary>Listens on 127.0.0.1; port 0 takes a free one.</summary>
    public LoopbackListener(int port)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        _socket.Listen(512);
        LocalId = ((IPEndPoint)_socket.LocalEndPoint!).Port;
    }

    public int LocalId { get; }

    public IConnection? Accept()
    {
        if (!_socket.Poll(0, SelectMode.SelectRead))
        {
            return null;
        }

        try
        {
            return new TcpConnection(_socket.Accept());
        }
        catch (SocketException)
        {
            // The peer has gone again before it was accepted.
            return null;
        }
    }

    public void Dispose() => _socket.Dispose();
}
