namespace SwapEdge.Simulator.Settings;

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Line">Of the name, from 1.</param>
/// <param name="Column">Of the name, from 1.</param>
/// <param name="Value">What it is.</param>
public sealed record JsonMember(string Name, int Line, int Column, JsonPiece Value);
