using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// The world around a swap machine, so far as a swap can tell its states apart. A plant is a number; what is not in it
/// is a <see cref="Letter"/>, free in every pass.
/// </summary>
public interface IPlantModel
{
    /// <summary>Nobody there, all at rest.</summary>
    int Start { get; }

    /// <summary>Every way in which one sensor may be wrong.</summary>
    IReadOnlyList<WrongSensor> Sensors { get; }

    /// <summary>The harms that this kind of station could do.</summary>
    Harm Possible { get; }

    /// <summary>How many options there are; 1 when this kind of station has no such thing.</summary>
    int Options(Outside outside);

    /// <summary>Facts that may depend on it.</summary>
    Fact Touches(Outside outside);

    /// <summary>What the sensors say when none is wrong.</summary>
    void Read(int plant, Letter letter, Phase phase, LaneReading into);

    /// <summary>What a drive may make of the plant by the next pass, if it is obeyed.</summary>
    void Obey(int plant, Phase phase, Drive drives, ICollection<int> into);

    /// <summary>What people and vehicles may make of it.</summary>
    void Change(int plant, Phase phase, ICollection<int> into);

    /// <summary>The same, done by people who want the swap to end well.</summary>
    void Help(int plant, Phase phase, ICollection<int> into);

    /// <summary>A person clears the machine by hand while the lane is held.</summary>
    int ByHand(int plant);

    /// <summary>The plant as the node knows it after a change of phase: other bays, another pack.</summary>
    int Entered(int plant, Phase left, Phase entered);

    /// <summary>The plant after a restart that lost a phase.</summary>
    int Lost(int plant, bool otherPack, bool idle);

    /// <summary>What is really wrong with giving these drives, or with this change of phase.</summary>
    Harm Harms(int plant, Letter letter, Phase now, Phase coming, Drive drives);

    string Words(int plant);
}
