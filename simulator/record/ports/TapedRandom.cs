using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Random bytes with a tape before them.</summary>
internal sealed class TapedRandom(PortTape tape, IRandom? live) : IRandom
{
    private readonly int _filled = tape.Channel("random.Fill");

    public void Fill(byte[] into)
    {
        live?.Fill(into);
        byte[] answer = tape.Give(
            _filled, new RecordBytes().Number(into.Length).Written, live is null ? [] : [.. into]);
        answer.AsSpan(0, Math.Min(answer.Length, into.Length)).CopyTo(into);
    }
}
