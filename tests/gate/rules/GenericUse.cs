using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// <c>Func</c>, <c>Action</c> of something, tuples, nullable values: declared or not, the runtime cannot resolve an
/// instantiation.
/// </summary>
public sealed class GenericUse : TypeUseRule
{
    public override string Name => "generic-use";

    public override string Instead => "a delegate or interface of ours without type parameters";

    public override IEnumerable<Finding> Check(DeviceCode code)
    {
        IEnumerable<Finding> calls =
            from pair in code.Instructions
            let called = pair.Instruction.Operand as GenericInstanceMethod
            where called is not null && !InGeneric(pair.Method.DeclaringType, pair.Method)
            select Refuse(code, pair, $"{called.Name} is called as a generic method");
        return base.Check(code).Concat(calls);
    }

    protected override string? Objection(TypeReference type) =>
        type is GenericInstanceType ? $"{type.Name} is used" : null;

    /// <summary>What is generic itself is refused as such; it names itself throughout.</summary>
    protected override bool Applies(TypeUse use) => !InGeneric(use.In, use.Method);

    private static bool InGeneric(TypeDefinition type, MethodDefinition? method) =>
        type.HasGenericParameters || (method?.HasGenericParameters ?? false);
}
