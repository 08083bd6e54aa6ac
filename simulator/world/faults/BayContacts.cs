using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>Contacts of a bay that may be wrong.</summary>
public static class BayContacts
{
    public static IReadOnlyList<Contact<BayInputs>> All { get; } =
    [
        new("pack present", at => at.PackPresent, (at, level) => at.PackPresent = level),
        new("bay clear", at => at.BayClear, (at, level) => at.BayClear = level),
        new("contactor open", at => at.ContactorOpen, (at, level) => at.ContactorOpen = level),
    ];
}
