namespace SwapEdge.Simulator;

/// <summary>
/// Takes bytes as they come and gives control packets of MQTT 3.1.1. What the specification forbids is refused with a
/// reason, and after that nothing more is read.
/// </summary>
public sealed class PacketReader(int maxPacketBytes)
{
    /// <summary>Type, flags and the four bytes that a length has at most.</summary>
    private const int HeadBytes = 5;

    private const int ReadRoom = 4096;

    private byte[] _buffer = new byte[ReadRoom];
    private int _start;
    private int _end;

    /// <summary>Bytes of a packet that is not complete, or not read yet.</summary>
    public int Buffered => _end - _start;

    /// <summary>Why the connection must be closed; empty while it need not.</summary>
    public string Refusal { get; private set; } = "";

    /// <summary>Where the next bytes go; tell how many with <see cref="Filled"/>.</summary>
    public Span<byte> Room()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, Buffered).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_buffer.Length - _end < ReadRoom)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        return _buffer.AsSpan(_end);
    }

    public void Filled(int count) => _end += count;

    /// <summary>The next packet, when there is a whole one.</summary>
    public PacketReadResult Read(out MqttPacket? packet)
    {
        packet = null;
        if (Refusal.Length > 0)
        {
            return PacketReadResult.Refused;
        }

        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, Buffered);
        int head = Head(bytes, out int length);
        if (Refusal.Length > 0)
        {
            return PacketReadResult.Refused;
        }

        if (head == 0 || bytes.Length < head + length)
        {
            return PacketReadResult.None;
        }

        PacketBody body = new(bytes.Slice(head, length));
        packet = PacketParser.Parse(bytes[0], ref body, out string refusal);
        Refusal = refusal;
        _start += head + length;
        return packet == null ? PacketReadResult.Refused : PacketReadResult.Packet;
    }

    /// <summary>Bytes before the body, 0 when they are not all there.</summary>
    private int Head(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        for (int i = 1; i < HeadBytes && i < bytes.Length; i++)
        {
            length |= (bytes[i] & 0x7F) << (7 * (i - 1));
            if (bytes[i] < 0x80)
            {
                Refusal = length > maxPacketBytes ? $"a packet of {length} bytes, {maxPacketBytes} are allowed" : "";
                return i + 1;
            }
        }

        Refusal = bytes.Length >= HeadBytes ? "a length of more than four bytes" : "";
        return 0;
    }
}
