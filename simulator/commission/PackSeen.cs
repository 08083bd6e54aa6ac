using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A pack in a sighting.</summary>
/// <param name="Bay">0 for the pack on the vehicle.</param>
/// <param name="Valid">A bit for each value that is believed, by <see cref="PackValue"/>.</param>
/// <param name="Stale">A bit for each that is too old.</param>
public sealed record PackSeen(int Bay, uint Serial, uint Valid, uint Stale, long VoltageMv, int ChargePermille)
{
    internal static PackSeen Of(ProtoFields fields) => new(
        (int)fields.Number(1), (uint)fields.Number(2), (uint)fields.Number(3), (uint)fields.Number(4),
        (long)fields.Number(5), (int)fields.Number(6));

    public bool IsValid(PackValue value) => (Valid & (1u << (int)value)) != 0;
}
