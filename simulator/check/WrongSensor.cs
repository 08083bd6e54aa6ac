using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary>
/// One way in which one sensor may be wrong. A sensor with several wrong values has several of these.
/// </summary>
/// <param name="Number">From 1; the same for all ways of one sensor.</param>
/// <param name="Name">In words.</param>
/// <param name="Touches">Facts that may change with it.</param>
/// <param name="Apply">Makes a true reading wrong.</param>
public sealed record WrongSensor(int Number, string Name, Fact Touches, Action<LaneReading> Apply);
