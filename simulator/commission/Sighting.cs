using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>What a node lets a technician's tool see: <c>Observation</c> of city.proto.</summary>
/// <param name="Phase">Idle where no swap is made.</param>
/// <param name="Asked">Asked for by hand at that moment.</param>
/// <param name="Given">Given at that moment.</param>
/// <param name="AskedSince">Asked for since it was begun.</param>
/// <param name="GivenSince">Given since it was begun.</param>
/// <param name="Facts">Of the last pass.</param>
/// <param name="Levels">Of the node itself and of its bays or doors.</param>
public sealed record Sighting(
    Phase Phase,
    Fault Fault,
    Drive Asked,
    Drive Given,
    Drive AskedSince,
    Drive GivenSince,
    Fact Facts,
    IReadOnlyList<LevelsSeen> Levels,
    IReadOnlyList<BusSeen> Buses,
    IReadOnlyList<PackSeen> Packs)
{
    private const int ResultField = 9;

    /// <summary>It moves packs over a lane, and has no bays of its own.</summary>
    public bool IsLane => Of(0) is not null && Levels.Count == 1;

    /// <summary>Numbers of its bays or doors.</summary>
    public IReadOnlyList<int> Places => [.. Levels.Select(levels => levels.Bay).Where(bay => bay != 0)];

    public LevelsSeen? Of(int bay) => Levels.FirstOrDefault(levels => levels.Bay == bay);

    /// <summary>Null: the result holds none, as while nobody is at the station, or is no result.</summary>
    public static Sighting? Read(byte[] result)
    {
        ArgumentNullException.ThrowIfNull(result);
        ProtoFields? seen = ProtoFields.Of(result)?.Messages(ResultField).LastOrDefault();
        return seen is null ? null : new Sighting(
            (Phase)seen.Number(1), (Fault)seen.Number(2), (Drive)seen.Number(3), (Drive)seen.Number(4),
            (Drive)seen.Number(5), (Drive)seen.Number(6), (Fact)seen.Number(7),
            [.. seen.Messages(8).Select(one => new LevelsSeen(
                (int)one.Number(1), one.Number(2), one.Number(3), one.Number(4)))],
            [.. seen.Messages(9).Select(BusSeen.Of)],
            [.. seen.Messages(10).Select(PackSeen.Of)]);
    }
}
