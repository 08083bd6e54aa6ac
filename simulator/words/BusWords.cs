using SwapEdge.Protocol;
using static System.FormattableString;

namespace SwapEdge.Simulator;

/// <summary>Who speaks on which address.</summary>
public static class BusWords
{
    public static string Sender(uint id) => Address(J1939.Source(id), J1939.Pgn(id));

    public static string Receiver(uint id) => Address(J1939.Destination(id), J1939.Pgn(id));

    private static string Address(int address, int pgn) => address switch
    {
        ChargeMessages.ChargerAddress => "charger",
        ChargeMessages.BmsAddress => "BMS",
        SwapPackMessages.BmsAddress => "pack BMS",
        SwapPackMessages.VehicleAddress => "vehicle",
        SwapPackMessages.SwapControllerAddress => "swap controller",
        SwapPackMessages.ThermalAddress => "thermal system",
        J1939.Everyone => "all",
        _ when MessageForms.OfLink(pgn) is not null => Invariant($"node {address:X2}"),
        _ => Invariant($"address {address:X2}"),
    };
}
