using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>A call of a default interface method throws.</summary>
public sealed class DefaultInterfaceMethod : Rule
{
    public override string Name => "default-interface-method";

    public override string Instead => "declare it only, and write it in each class";

    public override IEnumerable<Finding> Check(DeviceCode code) =>
        from method in code.Methods
        where method.DeclaringType.IsInterface && method.HasBody
        select Refuse(code.At(method), $"{method.DeclaringType.Name}.{method.Name} has a body");
}
