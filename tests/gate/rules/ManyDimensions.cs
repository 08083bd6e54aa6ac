using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>The runtime refuses an assembly that names a multi-dimensional array.</summary>
public sealed class ManyDimensions : TypeUseRule
{
    public override string Name => "many-dimensions";

    public override string Instead => "an array of arrays, or one array and an index computed from both";

    protected override string? Objection(TypeReference type) =>
        type is ArrayType { IsVector: false } array ? $"{array.Name} has {array.Rank} dimensions" : null;
}
