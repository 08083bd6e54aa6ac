using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>Only a foreach over an array makes no enumerator.</summary>
public sealed class ForeachOverObject : Rule
{
    public override string Name => "foreach";

    public override string Instead => "an array, or an index and a count";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from pair in code.Instructions
        where pair.Instruction.Operand is MethodReference { Name: "GetEnumerator" }
        select Refuse(code, pair, "an enumerator is made");
}
