using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Contacts of a cabinet's door that may be wrong.</summary>
public static class DoorContacts
{
    public static Contact<DoorInputs> Latch { get; } =
        new("latch closed", at => at.LatchClosed, (at, level) => at.LatchClosed = level);

    public static Contact<DoorInputs> Present { get; } =
        new("pack present", at => at.PackPresent, (at, level) => at.PackPresent = level);

    public static Contact<DoorInputs> Clear { get; } =
        new("bay clear", at => at.BayClear, (at, level) => at.BayClear = level);

    public static Contact<DoorInputs> Contactor { get; } =
        new("contactor open", at => at.ContactorOpen, (at, level) => at.ContactorOpen = level);

    public static IReadOnlyList<Contact<DoorInputs>> All { get; } = [Latch, Present, Clear, Contactor];
}
