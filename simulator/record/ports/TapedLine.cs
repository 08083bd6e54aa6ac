using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A serial line with a tape before it.</summary>
internal sealed class TapedLine(PortTape tape, IByteLink? live) : IByteLink
{
    private readonly int _received = tape.Channel("line.Read");
    private readonly int _sent = tape.Channel("line.Write");
    private byte[] _left = [];

    public int Read(byte[] into, int offset, int count)
    {
        int came = live?.Read(into, offset, count) ?? 0;
        byte[]? bytes = _left.Length > 0
            ? _left
            : tape.Next(_received, came > 0 ? into[offset..(offset + came)] : null);
        if (bytes is null)
        {
            return 0;
        }

        // A replayed firmware may ask for fewer bytes at a time than the recorded one did.
        int taken = Math.Min(bytes.Length, count);
        bytes.AsSpan(0, taken).CopyTo(into.AsSpan(offset));
        _left = bytes[taken..];
        return taken;
    }

    public bool Write(byte[] data, int offset, int count)
    {
        byte[] answer = live is null ? [] : [(byte)(live.Write(data, offset, count) ? 1 : 0)];
        return tape.Give(_sent, data.AsSpan(offset, count), answer) is [1];
    }
}
