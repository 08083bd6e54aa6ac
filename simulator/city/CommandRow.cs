using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>A command that the city has sent, and the last that it heard of it; None before the first.</summary>
public sealed record CommandRow(
    string Node, ulong Id, ulong Counter, CommandOperation Operation, ResultState State, CommandReason Reason)
{
    /// <summary>See <see cref="CityResult.IsNotYet"/>.</summary>
    public bool IsNotYet => Reason is CommandReason.TimeUnknown or CommandReason.QueueFull;
}
