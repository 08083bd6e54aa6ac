namespace SwapEdge.Tests.Gate;

/// <summary>The runtime wraps silently where the desktop throws.</summary>
public sealed class CheckedArithmetic : Rule
{
    public override string Name => "checked";

    public override string Instead =>
        "test the range before the operation; cast a 64-bit array index or size to int";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from pair in code.Instructions
        where pair.Instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal)
        select Refuse(code, pair, $"checked arithmetic ({pair.Instruction.OpCode.Name})");
}
