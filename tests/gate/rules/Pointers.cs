using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>Pointers, <c>fixed</c> and <c>stackalloc</c>: the metadata processor stops, or the device does.</summary>
public sealed class Pointers : TypeUseRule
{
    public override string Name => "pointer";

    public override string Instead => "an array and an index";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        IEnumerable<Finding> blocks =
            from pair in code.Instructions
            where pair.Instruction.OpCode.Code is Code.Localloc or Code.Cpblk or Code.Initblk or Code.Calli
            select Refuse(code, pair, $"unmanaged memory ({pair.Instruction.OpCode.Name})");
        return base.Check(code).Concat(blocks);
    }

    protected override string? Objection(TypeReference type) => type switch
    {
        PointerType or FunctionPointerType => $"{type.Name} is a pointer",
        PinnedType => "pinned memory",
        _ => null,
    };
}
