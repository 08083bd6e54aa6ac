using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The vehicle's swap controller: lock and connector on the swap-pack bus, every 100 ms.</summary>
public sealed class SwapController(Truck truck, WireEnd bus)
{
    private readonly CanFrame _frame = new() { Id = LockFrame.Id, Length = SwapPackMessages.Length };
    private readonly Period _period = new(LockFrame.PeriodMs, 90);
    private byte _life;

    /// <summary>It sees neither end of the lock, whatever is so.</summary>
    public bool Unsure { get; set; }

    public void Advance(long nowMs)
    {
        bus.Attached = truck.Present;
        if (!truck.Present || !_period.Due(nowMs))
        {
            return;
        }

        byte[] data = _frame.Data;
        Array.Clear(data);
        LockFrame.Life.WriteRaw(data, _life++);
        int pin = truck.Lock.Open ? LockFrame.Unlocked : truck.Lock.Closed ? LockFrame.Locked : LockFrame.Neither;
        LockFrame.LockPin.Write(data, Unsure ? LockFrame.Neither : pin);
        LockFrame.Connector.WriteRaw(data, truck.Connector.Mated ? 1u : 0);
        LockFrame.DischargeCircuit.WriteRaw(data, truck.Connector.DischargeCircuit ? 1u : 0);
        LockFrame.ChargeCircuit.WriteRaw(data, truck.Connector.ChargeCircuit ? 1u : 0);
        bus.Send(_frame);
    }
}
