using System.Buffers.Binary;
using System.Text;

namespace SwapEdge.Simulator;

/// <summary>Writes control packets of MQTT 3.1.1 and holds them until the connection takes them.</summary>
public sealed class PacketWriter
{
    private byte[] _buffer = new byte[1024];
    private int _start;
    private int _end;

    /// <summary>Bytes that wait.</summary>
    public int Count => _end - _start;

    public ReadOnlySpan<byte> Pending => _buffer.AsSpan(_start, Count);

    /// <summary>Gives the connection what it takes; the bytes given, or -1 when it has ended.</summary>
    public int Flush(IConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        int given = 0;
        while (Count > 0)
        {
            int taken = connection.Write(Pending);
            if (taken <= 0)
            {
                return taken < 0 ? -1 : given;
            }

            given += taken;
            _start += taken;
        }

        Clear();
        return given;
    }

    public void Clear()
    {
        _start = 0;
        _end = 0;
    }

    public void Connect(MqttConnect connect)
    {
        ArgumentNullException.ThrowIfNull(connect);
        MqttMessage? will = connect.Will;
        int length = 10 + TextLength(connect.ClientId);
        length += will == null ? 0 : TextLength(will.Topic) + 2 + will.Payload.Length;
        length += connect.UserName == null ? 0 : TextLength(connect.UserName);
        length += connect.Password == null ? 0 : 2 + connect.Password.Value.Length;
        int flags = (connect.CleanSession ? 0x02 : 0)
            | (will == null ? 0 : 0x04 | (will.Qos << 3) | (will.Retain ? 0x20 : 0))
            | (connect.Password == null ? 0 : 0x40)
            | (connect.UserName == null ? 0 : 0x80);
        Head(0x10, length);
        Text("MQTT");
        Byte(connect.Level);
        Byte(flags);
        Number(connect.KeepAliveS);
        Text(connect.ClientId);
        if (will != null)
        {
            Text(will.Topic);
            Binary(will.Payload.Span);
        }

        if (connect.UserName != null)
        {
            Text(connect.UserName);
        }

        if (connect.Password != null)
        {
            Binary(connect.Password.Value.Span);
        }
    }

    public void ConnectAck(bool sessionPresent, int returnCode)
    {
        Head(0x20, 2);
        Byte(sessionPresent ? 1 : 0);
        Byte(returnCode);
    }

    public void Publish(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        int length = TextLength(message.Topic) + (message.Qos > 0 ? 2 : 0) + message.Payload.Length;
        int flags = (message.Duplicate ? 8 : 0) | (message.Qos << 1) | (message.Retain ? 1 : 0);
        Head(0x30 | flags, length);
        Text(message.Topic);
        if (message.Qos > 0)
        {
            Number(message.PacketId);
        }

        message.Payload.Span.CopyTo(Room(message.Payload.Length));
    }

    public void PublishAck(int packetId) => Acknowledge(0x40, packetId);

    public void Subscribe(int packetId, IReadOnlyList<string> filters, IReadOnlyList<byte> levels)
    {
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentNullException.ThrowIfNull(levels);
        Head(0x82, 2 + filters.Sum(filter => TextLength(filter) + 1));
        Number(packetId);
        for (int i = 0; i < filters.Count; i++)
        {
            Text(filters[i]);
            Byte(levels[i]);
        }
    }

    public void SubscribeAck(int packetId, IReadOnlyList<byte> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        Head(0x90, 2 + levels.Count);
        Number(packetId);
        foreach (byte level in levels)
        {
            Byte(level);
        }
    }

    public void Unsubscribe(int packetId, IReadOnlyList<string> filters)
    {
        ArgumentNullException.ThrowIfNull(filters);
        Head(0xA2, 2 + filters.Sum(TextLength));
        Number(packetId);
        foreach (string filter in filters)
        {
            Text(filter);
        }
    }

    public void UnsubscribeAck(int packetId) => Acknowledge(0xB0, packetId);

    public void PingRequest() => Head(0xC0, 0);

    public void PingResponse() => Head(0xD0, 0);

    public void Disconnect() => Head(0xE0, 0);

    private static int TextLength(string text) => 2 + Encoding.UTF8.GetByteCount(text);

    private void Acknowledge(int first, int packetId)
    {
        Head(first, 2);
        Number(packetId);
    }

    private void Head(int first, int length)
    {
        Byte(first);
        do
        {
            int digit = length & 0x7F;
            length >>= 7;
            Byte(length > 0 ? digit | 0x80 : digit);
        }
        while (length > 0);
    }

    private void Byte(int value) => Room(1)[0] = (byte)value;

    private void Number(int value) => BinaryPrimitives.WriteUInt16BigEndian(Room(2), (ushort)value);

    private void Text(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Encoding.UTF8.GetBytes(text, Room(length));
    }

    private void Binary(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
    }

    private Span<byte> Room(int count)
    {
        if (_end + count > _buffer.Length && _start > 0)
        {
            Pending.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end + count > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + count));
        }

        _end += count;
        return _buffer.AsSpan(_end - count, count);
    }
}
