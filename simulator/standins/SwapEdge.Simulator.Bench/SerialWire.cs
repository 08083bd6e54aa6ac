namespace SwapEdge.Simulator;

/// <summary>
/// A UART of the controller and its native buffer. Bytes that come while it is full, or before the port is open, are
/// gone, and the runtime does not tell.
/// </summary>
public sealed class SerialWire
{
    private readonly Queue<byte> _received = new();

    /// <summary>Least room that the native driver takes: more than the 128 bytes of the UART itself.</summary>
    private const int LeastRoom = 129;

    /// <summary>Bytes that may wait; 0 while the port is closed.</summary>
    public int Room { get; private set; }

    public int BaudRate { get; private set; }

    /// <summary>RTS switches the direction of an RS485 driver.</summary>
    public bool HalfDuplex { get; private set; }

    public int Waiting => Math.Max(_received.Count - Behind, 0);

    /// <summary>
    /// So many bytes always stay in the buffer: the runtime's count of them went wrong. Until it is opened anew.
    /// </summary>
    public int Behind { get; set; }

    /// <summary>Bytes that found no room since it was opened.</summary>
    public long Lost { get; private set; }

    /// <summary>Gets what the controller sends.</summary>
    public Action<ReadOnlySpan<byte>>? Sent { get; set; }

    public void Open(int baudRate, int room, bool halfDuplex)
    {
        BaudRate = baudRate;
        Room = Math.Max(room, LeastRoom);
        HalfDuplex = halfDuplex;
        Lost = 0;
        Behind = 0;
        _received.Clear();
    }

    public void Close()
    {
        Room = 0;
        _received.Clear();
    }

    /// <summary>Bytes come in.</summary>
    public void Arrive(ReadOnlySpan<byte> bytes)
    {
        foreach (byte one in bytes)
        {
            if (_received.Count < Room)
            {
                _received.Enqueue(one);
            }
            else
            {
                Lost++;
            }
        }
    }

    public int Take(Span<byte> into)
    {
        int taken = 0;
        while (taken < into.Length && _received.TryDequeue(out byte one))
        {
            into[taken++] = one;
        }

        return taken;
    }
}
