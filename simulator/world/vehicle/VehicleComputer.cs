using System.Text;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>The vehicle's computer: its identification on the swap-pack bus, three parts in turn.</summary>
public sealed class VehicleComputer(Truck truck, WireEnd bus)
{
    private readonly CanFrame _frame = new() { Id = VinFrame.Id, Length = SwapPackMessages.Length };
    private readonly Period _period = new(VinFrame.PeriodMs, 30);
    private int _part;

    public void Advance(long nowMs)
    {
        bus.Attached = truck.Present;
        if (!truck.Present || !_period.Due(nowMs))
        {
            return;
        }

        byte[] data = _frame.Data;
        Array.Fill(data, (byte)0xFF);
        VinFrame.Index.Write(data, _part);
        int first = _part * VinFrame.PartLength;
        string vin = truck.ReadAs is { Length: VinFrame.VinLength } other ? other : truck.Vin;
        int count = Math.Min(VinFrame.PartLength, vin.Length - first);
        Encoding.ASCII.GetBytes(vin, first, count, data, VinFrame.TextOffset);
        _part = (_part + 1) % VinFrame.Parts;
        bus.Send(_frame);
    }
}
