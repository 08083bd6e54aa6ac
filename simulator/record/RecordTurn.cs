namespace SwapEdge.Simulator;

/// <summary>One call of a node's firmware as it is in a record.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Kind">How it was called.</param>
/// <param name="NowMs">Time of the call, milliseconds of the run.</param>
/// <param name="Argument">Number of an order; at a start the time from which on the firmware counts.</param>
/// <param name="Body">At a start what the node is; then what came and went, in order.</param>
public sealed record RecordTurn(string Node, TurnKind Kind, long NowMs, ulong Argument, ReadOnlyMemory<byte> Body);
