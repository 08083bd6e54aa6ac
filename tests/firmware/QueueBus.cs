using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>A CAN bus of which the test is the other end.</summary>
public sealed class QueueBus : ICanBus
{
    private readonly Queue<CanFrame> _received = new();
    private readonly Queue<CanFrame> _sent = new();

    public int Overflows => 0;

    /// <summary>What is sent is not kept.</summary>
    public bool Discards { get; set; }

    public void Deliver(uint id, long timeMs, byte[] data)
    {
        CanFrame frame = new() { Id = id, Length = data.Length, TimeMs = timeMs };
        data.CopyTo(frame.Data, 0);
        _received.Enqueue(frame);
    }

    public void Deliver(CanFrame frame, long timeMs) => Deliver(frame.Id, timeMs, frame.Data[..frame.Length]);

    public bool TakeSent(CanFrame into)
    {
        if (!_sent.TryDequeue(out CanFrame? frame))
        {
            return false;
        }

        into.CopyFrom(frame);
        return true;
    }

    public bool Receive(CanFrame into)
    {
        if (!_received.TryDequeue(out CanFrame? frame))
        {
            return false;
        }

        into.CopyFrom(frame);
        return true;
    }

    public bool Send(CanFrame frame)
    {
        if (!Discards)
        {
            CanFrame copy = new();
            copy.CopyFrom(frame);
            _sent.Enqueue(copy);
        }

        return true;
    }
}
