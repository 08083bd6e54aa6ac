using SwapEdge.Protocol;

namespace SwapEdge.Firmware
{
    /// <summary>The records of a pack place, as far as custody needs them.</summary>
    public interface ICustodyRecords
    {
        /// <summary>The pack has said who it is.</summary>
        bool IsKnown { get; }

        /// <summary>An event of this place, with its pack as far as it is known.</summary>
        void Add(EventKind kind, int value, int level, long nowMs);
    }
}
