using SwapEdge.Firmware;
using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>Warnings as scenarios name them.</summary>
public static class WarningNames
{
    public static IReadOnlyList<string> OfPacks { get; } = Choices.Of(PackWarning.None);

    /// <summary>Of packs, lanes and nodes.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. OfPacks, .. Choices.Of(LaneWarning.None), .. Choices.Of(NodeWarning.None)];
}
