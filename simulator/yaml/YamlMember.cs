namespace SwapEdge.Simulator.Yaml;

/// <summary>A member of a map.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Line">Of the key, from 1.</param>
/// <param name="Column">Of the key, from 1.</param>
/// <param name="Value">What it is.</param>
public sealed record YamlMember(string Name, int Line, int Column, YamlPiece Value);
