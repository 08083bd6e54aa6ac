using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>One decoded field, ready to be shown.</summary>
/// <param name="Name">Pascal-case name without its unit.</param>
/// <param name="Value">Scaled value; null for text, or when there is none.</param>
/// <param name="Unit">Symbol, may be empty.</param>
/// <param name="Quality">Whether the value counts.</param>
/// <param name="Means">What the value means, or the text of a text field.</param>
public sealed record FieldValue(string Name, decimal? Value, string Unit, Quality Quality, string? Means);
