using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>An event as a city stored it.</summary>
public sealed record CityEvent(string Node, EventRecord Record, long ReceivedMs);
