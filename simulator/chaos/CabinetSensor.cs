using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>One contact of a cabinet's door that may be wrong.</summary>
/// <param name="Name">In words.</param>
/// <param name="Get">Its level.</param>
/// <param name="Set">Another level in its place.</param>
public sealed record CabinetSensor(string Name, Func<DoorInputs, bool> Get, Action<DoorInputs, bool> Set)
{
    public static CabinetSensor Latch { get; } =
        new("latch closed", at => at.LatchClosed, (at, level) => at.LatchClosed = level);

    public static CabinetSensor Present { get; } =
        new("pack present", at => at.PackPresent, (at, level) => at.PackPresent = level);

    public static CabinetSensor Clear { get; } =
        new("place clear", at => at.BayClear, (at, level) => at.BayClear = level);

    public static CabinetSensor Contactor { get; } =
        new("contactor open", at => at.ContactorOpen, (at, level) => at.ContactorOpen = level);

    public static IReadOnlyList<CabinetSensor> All { get; } = [Latch, Present, Clear, Contactor];
}
