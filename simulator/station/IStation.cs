using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>A simulated station with its city.</summary>
public interface IStation : IDisposable
{
    ulong Seed { get; }

    StationPlan Plan { get; }

    /// <summary>What it is made of, in a sentence.</summary>
    string About { get; }

    /// <summary>Profile by which it serves.</summary>
    SwapProfile Profile { get; }

    /// <summary>Identity of who comes.</summary>
    string Customer { get; }

    /// <summary>Who came has gone again.</summary>
    bool CustomerGone { get; }

    /// <summary>Everybody who was expected has come and gone.</summary>
    bool Deserted { get; }

    /// <summary>Where the swap stands, in the first lane; idle without power.</summary>
    Phase Phase { get; }

    Fault Fault { get; }

    long NowMs { get; }

    StationNetwork Network { get; }

    IReadOnlyList<StationNode> Nodes { get; }

    ReferenceCity City { get; }

    /// <summary>Its CAN buses by the names that they have in a capture.</summary>
    IReadOnlyList<(string Name, Wire Wire)> Wires { get; }

    /// <summary>The pack places at this moment, as their node sees them.</summary>
    IReadOnlyList<BayRow> Places { get; }

    /// <summary>Called after each pass with the virtual time; for whoever paces a run.</summary>
    Action<long>? Passed { get; set; }

    /// <summary>Somebody comes at a time, now if that is over, and waits until there is room.</summary>
    void Expect(Arrival arrival);

    /// <summary>Moves virtual time by one pass of the nodes.</summary>
    void Pass();
}
