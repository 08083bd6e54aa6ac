using SwapEdge.Protocol;
using SwapEdge.Tests.Packs;
using SwapEdge.Tests.Protocol;

namespace SwapEdge.Tests.Firmware;

/// <summary>What the BMS of a pack in a bay says on its charger bus: who it is, how full, how warm.</summary>
internal static class PackTalk
{
    /// <param name="serial">In BRM.</param>
    /// <param name="nowMs">Time of all frames.</param>
    /// <param name="hottestC">In BSM.</param>
    /// <param name="owned">BRM byte 23: owned by the vehicle's owner, not leased.</param>
    public static CanFrame[] Of(uint serial, long nowMs, int hottestC = 25, bool owned = false)
    {
        byte[] brm = new byte[49];
        Brm.PackSerial.WriteRaw(brm, serial);
        Brm.Ownership.WriteRaw(brm, owned ? 1u : 0u);
        CanFrame bsm = Frames.Parse(ChargeTraffic.Bsm, nowMs);
        Bsm.MaxTemperatureC.Write(bsm.Data, hottestC);
        return
        [
            .. Frames.Transported(0x0200, brm, nowMs),

            // BCS at 97 %.
            .. Frames.Transported(0x1100, Convert.FromHexString("6B13820F8C11610A00"), nowMs), bsm,
        ];
    }
}
