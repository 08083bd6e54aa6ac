using System.Buffers.Binary;
using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A CAN bus with a tape before it: frames that the node read, frames that it sent.</summary>
internal class TapedBus : ICanBus
{
    private const int IdBytes = 4;

    private readonly PortTape _tape;
    private readonly ICanBus? _live;
    private readonly int _received;
    private readonly int _sent;
    private readonly int _overflows;
    private readonly RecordBytes _frame = new();
    private long _lastMs;

    public TapedBus(PortTape tape, string name, ICanBus? live)
    {
        _tape = tape;
        _live = live;
        _received = tape.Channel(name + ".Receive");
        _sent = tape.Channel(name + ".Send");
        _overflows = tape.Channel(name + ".Overflows");
    }

    public int Overflows => (int)_tape.Value(_overflows, _live?.Overflows ?? 0);

    public bool Receive(CanFrame into)
    {
        byte[]? live = _live is not null && _live.Receive(into) ? Bytes(into, into.TimeMs - _lastMs) : null;
        if (_tape.Next(_received, live) is not { } bytes)
        {
            return false;
        }

        if (_live is null)
        {
            into.TimeMs = Take(bytes, into) + _lastMs;
        }

        _lastMs = into.TimeMs;
        return true;
    }

    public bool Send(CanFrame frame)
    {
        byte[] live = _live is null ? [] : [(byte)(_live.Send(frame) ? 1 : 0)];
        return _tape.Give(_sent, Bytes(frame, 0), live) is [1];
    }

    /// <summary>The frame in a record; returns how much later it came than the one before it.</summary>
    public static long Take(ReadOnlySpan<byte> bytes, CanFrame into)
    {
        RecordCursor cursor = new(bytes);
        int form = cursor.Count();
        into.Extended = (form & 1) != 0;
        into.Length = Math.Min(form >> 1, into.Data.Length);
        into.Id = BinaryPrimitives.ReadUInt32LittleEndian(cursor.Raw(IdBytes));
        long laterMs = cursor.Signed();
        Array.Clear(into.Data);
        cursor.Raw(into.Length).CopyTo(into.Data);
        return laterMs;
    }

    private byte[] Bytes(CanFrame frame, long laterMs)
    {
        Span<byte> id = stackalloc byte[IdBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(id, frame.Id);
        _frame.Clear();
        return _frame.Number((frame.Length << 1) | (frame.Extended ? 1 : 0)).Raw(id)
            .Signed(laterMs).Raw(frame.Data.AsSpan(0, frame.Length)).ToArray();
    }
}
