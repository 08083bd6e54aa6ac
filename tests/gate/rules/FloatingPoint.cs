using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// Integers only in protocol and firmware: floats round differently on the device, and <c>decimal</c> is not there.
/// </summary>
public sealed class FloatingPoint : TypeUseRule
{
    private static readonly string[] Types = ["System.Single", "System.Double", "System.Decimal"];

    public override string Name => "floating-point";

    public override string Instead => "an integer in a unit small enough: millivolts, permille";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        IEnumerable<Finding> operations =
            from pair in code.Instructions
            where pair.Instruction.OpCode.Code is Code.Ldc_R4 or Code.Ldc_R8
                or Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un
            select Refuse(code, pair, $"floating point ({pair.Instruction.OpCode.Name})");
        return base.Check(code).Concat(operations);
    }

    protected override string? Objection(TypeReference type) =>
        Types.Contains(type.FullName) ? $"{type.Name} is used" : null;
}
